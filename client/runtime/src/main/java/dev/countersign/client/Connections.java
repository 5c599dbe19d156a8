package dev.countersign.client;

import java.net.http.HttpClient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What connections are made with, until it is closed. Thread-safe. */
public final class Connections implements AutoCloseable {
    private final boolean own;
    private volatile @Nullable HttpClient client;

    private Connections(HttpClient client, boolean own) {
        this.client = client;
        this.own = own;
    }

    /** Connections that end with the client that makes them. */
    static Connections own(HttpClient client) {
        return new Connections(client, true);
    }

    /** Connections of somebody else, who ends them. */
    static Connections of(HttpClient client) {
        return new Connections(client, false);
    }

    /** The HTTP client; absent when this is closed. */
    public Optional<HttpClient> client() {
        return Optional.ofNullable(client);
    }

    /**
     * Lets go of the HTTP client, and shuts it down where it is our own and the JDK can do so (since 21). Before, its
     * thread and connections end when it is collected, which nothing hinders any longer.
     */
    @Override
    public void close() {
        HttpClient open = client;
        client = null;
        if (open != null && own) {
            try {
                HttpClient.class.getMethod("shutdownNow").invoke(open);
            } catch (ReflectiveOperationException e) {
                // An older JDK.
            }
        }
    }
}
