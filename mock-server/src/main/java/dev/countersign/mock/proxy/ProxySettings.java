package dev.countersign.mock.proxy;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How requests are passed on to a real server.
 *
 * @param upstream the server's address, with a base path if it has one
 * @param upstreamProxy a proxy on the way to it
 * @param upstreamCa a PEM file with certificates that are trusted besides those that Java trusts
 * @param timeout how long to wait for the head of an answer, and for a body that is held until it has been examined
 * @param validateRequests whether requests are held against the contract, too, and not only responses
 * @param problems whether a violation is answered with problem details, instead of being reported in a header
 */
public record ProxySettings(
        URI upstream,
        Optional<InetSocketAddress> upstreamProxy,
        Optional<Path> upstreamCa,
        Duration timeout,
        boolean validateRequests,
        boolean problems) {
    /** Half a minute. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    /** A server that is reached directly, with half a minute's patience; requests are validated, violations reported. */
    public static ProxySettings to(URI upstream) {
        return new ProxySettings(upstream, Optional.empty(), Optional.empty(), DEFAULT_TIMEOUT, true, false);
    }

    /** The same with another {@link #timeout}. */
    public ProxySettings withTimeout(Duration value) {
        return new ProxySettings(upstream, upstreamProxy, upstreamCa, value, validateRequests, problems);
    }

    /** The same with another {@link #validateRequests}. */
    public ProxySettings withValidateRequests(boolean value) {
        return new ProxySettings(upstream, upstreamProxy, upstreamCa, timeout, value, problems);
    }

    /** The same with another {@link #problems}. */
    public ProxySettings withProblems(boolean value) {
        return new ProxySettings(upstream, upstreamProxy, upstreamCa, timeout, validateRequests, value);
    }

    /** The same with another {@link #upstreamCa}. */
    public ProxySettings withUpstreamCa(Path value) {
        return new ProxySettings(upstream, upstreamProxy, Optional.of(value), timeout, validateRequests, problems);
    }
}
