/** A mock that a client in the same process asks without a connection. */
@NullMarked
package dev.countersign.mock.inprocess;

import org.jspecify.annotations.NullMarked;
