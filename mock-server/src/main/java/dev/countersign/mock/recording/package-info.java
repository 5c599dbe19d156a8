/** Keeps the answers of a real server as examples in a copy of its document. */
@NullMarked
package dev.countersign.mock.recording;

import org.jspecify.annotations.NullMarked;
