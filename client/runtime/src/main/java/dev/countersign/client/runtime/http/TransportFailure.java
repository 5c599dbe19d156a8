package dev.countersign.client.runtime.http;

import dev.countersign.client.TransportException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A failed attempt on its way through Feign, which lets nothing but I/O errors pass. */
public final class TransportFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final TransportException.Kind kind;

    TransportFailure(TransportException.Kind kind, String what, @Nullable Throwable cause) {
        super(what, cause);
        this.kind = kind;
    }

    /** The failure as the caller of an operation sees it. */
    public TransportException of(String operation) {
        return new TransportException(operation, kind, String.valueOf(getMessage()), getCause());
    }
}
