package dev.countersign.mock.server;

import dev.countersign.mock.tls.Identity;
import java.util.Optional;

/**
 * How a mock is put on the network.
 *
 * @param host the address or name to listen on
 * @param port the port; 0 for any free one
 * @param cors which pages may call
 * @param bodyLimit the largest request body in bytes; larger ones are refused with 413
 * @param gzip whether long answers that are kept are sent in gzip to clients that ask for it
 * @param identity with which HTTPS is spoken; without one it is HTTP
 */
public record ServerSettings(
        String host, int port, CorsPolicy cors, int bodyLimit, boolean gzip, Optional<Identity> identity) {
    /** Sixteen mebibytes. */
    public static final int DEFAULT_BODY_LIMIT = 16 * 1024 * 1024;

    public ServerSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 0 and 65535, was " + port);
        }
        if (bodyLimit < 0) {
            throw new IllegalArgumentException("bodyLimit must not be negative, was " + bodyLimit);
        }
    }

    /** For HTTP, with gzip. */
    public ServerSettings(String host, int port, CorsPolicy cors, int bodyLimit) {
        this(host, port, cors, bodyLimit, true, Optional.empty());
    }

    /** {@code https} or {@code http}. */
    public String scheme() {
        return identity.isPresent() ? "https" : "http";
    }

    /** Any free port of the loopback interface, for tests. */
    public static ServerSettings onFreePort() {
        return new ServerSettings("127.0.0.1", 0, CorsPolicy.ANY_WITH_CREDENTIALS, DEFAULT_BODY_LIMIT);
    }

    /** The same with another {@link #cors}. */
    public ServerSettings withCors(CorsPolicy value) {
        return new ServerSettings(host, port, value, bodyLimit, gzip, identity);
    }

    /** The same with another {@link #bodyLimit}. */
    public ServerSettings withBodyLimit(int value) {
        return new ServerSettings(host, port, cors, value, gzip, identity);
    }

    /** The same with another {@link #gzip}. */
    public ServerSettings withGzip(boolean value) {
        return new ServerSettings(host, port, cors, bodyLimit, value, identity);
    }

    /** The same over HTTPS. */
    public ServerSettings withIdentity(Identity value) {
        return new ServerSettings(host, port, cors, bodyLimit, gzip, Optional.of(value));
    }
}
