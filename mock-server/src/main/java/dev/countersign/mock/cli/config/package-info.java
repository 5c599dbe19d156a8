/** Flags that are set elsewhere than on the command line: in the environment, or in a file. */
@NullMarked
package dev.countersign.mock.cli.config;

import org.jspecify.annotations.NullMarked;
