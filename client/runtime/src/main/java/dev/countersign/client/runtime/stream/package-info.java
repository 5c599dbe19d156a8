/**
 * Answers that are handed out item by item while they come.
 */
@NullMarked
package dev.countersign.client.runtime.stream;

import org.jspecify.annotations.NullMarked;
