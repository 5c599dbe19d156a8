/** The command line {@code countersign}: what people do with a document, each command in a package of its own. */
@NullMarked
package dev.countersign.command;

import org.jspecify.annotations.NullMarked;
