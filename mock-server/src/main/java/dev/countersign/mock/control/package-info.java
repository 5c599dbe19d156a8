/**
 * What can be asked of a running mock about itself: its operations, what was requested and why it was answered so, and which
 * answer an operation gives from now on. Described by {@code control.yaml}, and shown by the console.
 */
@NullMarked
package dev.countersign.mock.control;

import org.jspecify.annotations.NullMarked;
