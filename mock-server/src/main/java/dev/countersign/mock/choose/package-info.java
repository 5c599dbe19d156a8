/** Chooses the response: status first, then media type, then example. */
@NullMarked
package dev.countersign.mock.choose;

import org.jspecify.annotations.NullMarked;
