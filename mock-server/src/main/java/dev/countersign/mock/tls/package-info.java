/** What a server that speaks TLS shows of itself: a certificate and its key, from files or made for development. */
@NullMarked
package dev.countersign.mock.tls;

import org.jspecify.annotations.NullMarked;
