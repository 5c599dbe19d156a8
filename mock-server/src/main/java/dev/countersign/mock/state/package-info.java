/** Answers that depend on what was requested before, each session by itself. Nothing here is loaded unless it is switched on. */
@NullMarked
package dev.countersign.mock.state;

import org.jspecify.annotations.NullMarked;
