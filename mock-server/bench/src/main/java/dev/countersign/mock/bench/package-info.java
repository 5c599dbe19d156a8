/** Compares the packaged mock server with its peers: real processes, loopback only, bounded in time and requests. */
@NullMarked
package dev.countersign.mock.bench;

import org.jspecify.annotations.NullMarked;
