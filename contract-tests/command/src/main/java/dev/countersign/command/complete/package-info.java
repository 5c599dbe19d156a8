/** {@code complete DOCUMENT}: read {@link dev.countersign.command.complete.CompleteCommand} first. */
@NullMarked
package dev.countersign.command.complete;

import org.jspecify.annotations.NullMarked;
