package dev.countersign.client.runtime;

import dev.countersign.client.TransportException;
import dev.countersign.client.TransportException.Kind;
import dev.countersign.client.runtime.call.Operation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The calls of one client that are under way. Thread-safe. */
final class Calls {
    private final Set<Call> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Takes a call in.
     *
     * @throws TransportException when the client is closed
     */
    void begin(Call call, Operation<?> operation) {
        open.add(call);
        // Checked afterwards: a client that is closed meanwhile either is seen here or finds the call among the open
        // ones.
        if (closed) {
            open.remove(call);
            throw closed(operation, null);
        }
    }

    void end(Call call) {
        open.remove(call);
    }

    /** Ends every call, and lets none begin. */
    void close() {
        closed = true;
        open.forEach(Call::abort);
    }

    static TransportException closed(Operation<?> operation, @Nullable Throwable cause) {
        return new TransportException(operation.name(), Kind.CLOSED, "the client was closed", cause);
    }
}
