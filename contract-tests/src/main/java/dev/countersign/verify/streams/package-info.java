/** Lets the generated client read whole streams of the mock server. */
@NullMarked
package dev.countersign.verify.streams;

import org.jspecify.annotations.NullMarked;
