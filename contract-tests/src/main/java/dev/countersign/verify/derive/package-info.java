/** The first step: which cases the contract promises, listed for a person to read, and what its examples are worth as tests. */
@NullMarked
package dev.countersign.verify.derive;

import org.jspecify.annotations.NullMarked;
