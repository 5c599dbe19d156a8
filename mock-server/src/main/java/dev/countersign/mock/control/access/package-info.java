/** Who may give orders to a running mock, and see what was sent to it. */
@NullMarked
package dev.countersign.mock.control.access;

import org.jspecify.annotations.NullMarked;
