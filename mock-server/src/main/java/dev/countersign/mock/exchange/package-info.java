/** A request and its response as plain data, independent of any server. */
@NullMarked
package dev.countersign.mock.exchange;

import org.jspecify.annotations.NullMarked;
