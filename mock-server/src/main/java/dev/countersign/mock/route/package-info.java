/** Finds the operation that a request means. */
@NullMarked
package dev.countersign.mock.route;

import org.jspecify.annotations.NullMarked;
