/**
 * All that is here because Feign carries the calls.
 */
@NullMarked
package dev.countersign.client.runtime.feign;

import org.jspecify.annotations.NullMarked;
