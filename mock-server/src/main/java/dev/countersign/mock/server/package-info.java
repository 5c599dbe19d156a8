/** The engine behind HTTP. */
@NullMarked
package dev.countersign.mock.server;

import org.jspecify.annotations.NullMarked;
