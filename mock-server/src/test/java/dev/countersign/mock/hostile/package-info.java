/** Requests with a single fault, and messages that are none, sent to the packaged server over real sockets. */
@NullMarked
package dev.countersign.mock.hostile;

import org.jspecify.annotations.NullMarked;
