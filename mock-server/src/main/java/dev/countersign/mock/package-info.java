/** Answers requests for any contract: {@link dev.countersign.mock.Mock} is the walk through all steps, and the place to begin reading. */
@NullMarked
package dev.countersign.mock;

import org.jspecify.annotations.NullMarked;
