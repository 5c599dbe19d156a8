/** {@code init DOCUMENT FOLDER}: read {@link dev.countersign.command.init.InitCommand} first. */
@NullMarked
package dev.countersign.command.init;

import org.jspecify.annotations.NullMarked;
