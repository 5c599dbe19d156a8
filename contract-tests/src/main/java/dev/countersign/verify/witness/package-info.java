/** Lets tools that share no code with this one judge the same messages. */
@NullMarked
package dev.countersign.verify.witness;

import org.jspecify.annotations.NullMarked;
