/** Where a document is read from, and when it is read again. */
@NullMarked
package dev.countersign.mock.cli.document;

import org.jspecify.annotations.NullMarked;
