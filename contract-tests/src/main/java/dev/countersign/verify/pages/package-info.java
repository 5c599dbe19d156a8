/** Lets the generated client walk from one page of a list to the next. */
@NullMarked
package dev.countersign.verify.pages;

import org.jspecify.annotations.NullMarked;
