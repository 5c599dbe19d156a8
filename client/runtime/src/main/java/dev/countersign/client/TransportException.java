package dev.countersign.client;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** No complete answer came: the server could not be reached, broke off, or took longer than the call may last. */
public final class TransportException extends CountersignException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final int status;

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

    /** There is no answer at all. */
    public TransportException(String operation, Kind kind, String what, @Nullable Throwable cause) {
        super(operation, operation + " got no answer: " + what, cause);
        this.kind = kind;
        this.status = 0;
    }

    /** There is a status, but not all of the body that comes with it. */
    public TransportException(String operation, Kind kind, int status, String what, @Nullable Throwable cause) {
        super(operation, operation + " was answered with status " + status + ", but not completely: " + what, cause);
        this.kind = kind;
        this.status = status;
    }

    /** The status of an answer whose body did not come; empty when nothing came. */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** Why there is no answer. */
    public Kind kind() {
        return kind;
    }
}
