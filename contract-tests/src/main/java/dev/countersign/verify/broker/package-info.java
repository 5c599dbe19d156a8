/** Talks to a Pact Broker: publishes, asks, records. Knows nothing of contracts. */
@NullMarked
package dev.countersign.verify.broker;

import org.jspecify.annotations.NullMarked;
