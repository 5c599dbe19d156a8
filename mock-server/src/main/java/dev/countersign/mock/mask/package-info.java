/** Keeps secrets out of what is kept, shown or written. */
@NullMarked
package dev.countersign.mock.mask;

import org.jspecify.annotations.NullMarked;
