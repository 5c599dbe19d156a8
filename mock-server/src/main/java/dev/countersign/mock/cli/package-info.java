/** The command line. */
@NullMarked
package dev.countersign.mock.cli;

import org.jspecify.annotations.NullMarked;
