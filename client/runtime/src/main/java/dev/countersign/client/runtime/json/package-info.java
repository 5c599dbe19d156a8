/**
 * JSON as every client reads and writes it.
 */
@NullMarked
package dev.countersign.client.runtime.json;

import org.jspecify.annotations.NullMarked;
