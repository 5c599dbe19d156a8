/** The requests that an API sends by itself, as its operations document them. */
@NullMarked
package dev.countersign.mock.callback;

import org.jspecify.annotations.NullMarked;
