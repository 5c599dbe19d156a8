package dev.countersign.client.runtime;

import dev.countersign.client.TransportException;
import dev.countersign.client.TransportException.Kind;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The calls of one client that are under way. Thread-safe. */
final class Flights {
    private final Set<Flight> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Takes a call in.
     *
     * @throws TransportException when the client is closed
     */
    void begin(Flight flight, Operation<?> operation) {
        open.add(flight);
        // Looked at afterwards: whoever closes meanwhile either is seen here or finds the flight among the open ones.
        if (closed) {
            open.remove(flight);
            throw closed(operation, null);
        }
    }

    void end(Flight flight) {
        open.remove(flight);
    }

    /** Ends every call, and lets none begin. */
    void close() {
        closed = true;
        open.forEach(Flight::abort);
    }

    static TransportException closed(Operation<?> operation, @Nullable Throwable cause) {
        return new TransportException(operation.name(), Kind.CLOSED, "the client was closed", cause);
    }
}
