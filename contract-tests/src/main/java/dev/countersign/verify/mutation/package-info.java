/** Plants faults, one at a time, to see that each is noticed. */
@NullMarked
package dev.countersign.verify.mutation;

import org.jspecify.annotations.NullMarked;
