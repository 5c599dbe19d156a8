/**
 * The bodies of requests.
 */
@NullMarked
package dev.countersign.client.runtime.body;

import org.jspecify.annotations.NullMarked;
