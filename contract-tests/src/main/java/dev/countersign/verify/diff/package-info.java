/** What lies between two versions of a document, written for people and for programs; begin with {@link dev.countersign.verify.diff.Difference}. */
@NullMarked
package dev.countersign.verify.diff;

import org.jspecify.annotations.NullMarked;
