/** Compares a contract with the one that was released last, in the words of those who use it. Knows no other module. */
@NullMarked
package dev.countersign.verify.release;

import org.jspecify.annotations.NullMarked;
