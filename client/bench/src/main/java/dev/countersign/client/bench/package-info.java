/** Compares the generated client with the stock generator's and with {@code java.net.http} by hand, on loopback. */
@NullMarked
package dev.countersign.client.bench;

import org.jspecify.annotations.NullMarked;
