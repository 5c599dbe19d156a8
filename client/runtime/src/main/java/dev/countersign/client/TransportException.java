package dev.countersign.client;

import org.jspecify.annotations.Nullable;

/** No complete answer came: the server could not be reached, broke off, or took longer than the call may last. */
public final class TransportException extends CountersignException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** Why there is no answer. */
    public enum Kind {
        /** No connection could be made; the request was not sent. */
        CONNECT,
        /** The call lasted longer than it may. The server may have acted on the request. */
        TIMEOUT,
        /** The connection broke before the answer was complete. The server may have acted on the request. */
        BROKEN,
        /** The answer is longer than the client accepts. */
        TOO_LARGE,
        /** The calling thread was interrupted; its interrupt flag is set again. */
        INTERRUPTED,
        /** The future of an asynchronous call was cancelled, or completed by somebody else. */
        CANCELLED,
        /** The client was closed before the answer was complete, or before the call began. */
        CLOSED
    }

    public TransportException(String operation, Kind kind, String what, @Nullable Throwable cause) {
        super(operation, operation + " got no answer: " + what, cause);
        this.kind = kind;
    }

    /** Why there is no answer. */
    public Kind kind() {
        return kind;
    }
}
