/**
 * The pact of what a consumer really called: exchanges of the mock, written down as interactions of a V4 pact. Begin reading at
 * {@link dev.countersign.mock.pact.ConsumerPact}.
 */
@NullMarked
package dev.countersign.mock.pact;

import org.jspecify.annotations.NullMarked;
