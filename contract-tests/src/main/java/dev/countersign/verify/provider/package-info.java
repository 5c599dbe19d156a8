/** Starts servers and replays a pact against them. */
@NullMarked
package dev.countersign.verify.provider;

import org.jspecify.annotations.NullMarked;
