/** Turns a choice into bytes, which are made once. */
@NullMarked
package dev.countersign.mock.render;

import org.jspecify.annotations.NullMarked;
