/** Writes cases down as a pact, and holds a client against them. */
@NullMarked
package dev.countersign.verify.pact;

import org.jspecify.annotations.NullMarked;
