/** What answers: one document or several, the mock of each, and real servers in its place. */
@NullMarked
package dev.countersign.mock.cli.served;

import org.jspecify.annotations.NullMarked;
