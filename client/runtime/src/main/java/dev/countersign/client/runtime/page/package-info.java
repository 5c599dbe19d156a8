/** Answers that come in pages: which call asks for the next one, and when there is none. */
@NullMarked
package dev.countersign.client.runtime.page;

import org.jspecify.annotations.NullMarked;
