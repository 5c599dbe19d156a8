/**
 * Requests and answers on the wire, over {@code java.net.http}.
 */
@NullMarked
package dev.countersign.client.runtime.http;

import org.jspecify.annotations.NullMarked;
