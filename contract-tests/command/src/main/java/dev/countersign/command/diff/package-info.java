/** {@code diff OLD NEW}: read {@link dev.countersign.command.diff.DiffCommand} first. */
@NullMarked
package dev.countersign.command.diff;

import org.jspecify.annotations.NullMarked;
