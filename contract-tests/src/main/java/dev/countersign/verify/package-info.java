/** Verifies a contract: client, mock server or provider, pact and document against each other. */
@NullMarked
package dev.countersign.verify;

import org.jspecify.annotations.NullMarked;
