package dev.countersign.mock.server;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How requests are passed on to a real server.
 *
 * @param upstream the server's address, with a base path if it has one
 * @param upstreamProxy a proxy on the way to it
 * @param timeout how long to wait for an answer
 * @param validateRequests whether requests are held against the contract, too, and not only responses
 * @param problems whether a violation is answered with problem details, instead of being told in a header
 */
public record ProxySettings(
        URI upstream,
        Optional<InetSocketAddress> upstreamProxy,
        Duration timeout,
        boolean validateRequests,
        boolean problems) {}
