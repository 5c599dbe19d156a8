package dev.countersign.client.runtime.http;

import dev.countersign.client.TransportException;
import dev.countersign.client.TransportException.Kind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A failed attempt on its way through Feign, which lets nothing but I/O errors pass. */
public final class TransportFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final int status;

    TransportFailure(Kind kind, String what, @Nullable Throwable cause) {
        this(kind, 0, what, cause);
    }

    private TransportFailure(Kind kind, int status, String what, @Nullable Throwable cause) {
        super(what, cause);
        this.kind = kind;
        this.status = status;
    }

    Kind kind() {
        return kind;
    }

    /** The same of an answer whose headers had come. */
    TransportFailure after(int received) {
        return new TransportFailure(kind, received, what(), getCause());
    }

    String what() {
        return String.valueOf(getMessage());
    }

    /** The failure as the caller of an operation sees it. */
    public TransportException of(String operation) {
        return status == 0
                ? new TransportException(operation, kind, what(), getCause())
                : new TransportException(operation, kind, status, what(), getCause());
    }
}
