/** What is printed of each exchange, and the flags that say how much. */
@NullMarked
package dev.countersign.mock.cli.log;

import org.jspecify.annotations.NullMarked;
