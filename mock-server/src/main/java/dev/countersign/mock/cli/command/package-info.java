/** What every command of the command line is made of: what it takes, where it writes, and how it ends. */
@NullMarked
package dev.countersign.mock.cli.command;

import org.jspecify.annotations.NullMarked;
