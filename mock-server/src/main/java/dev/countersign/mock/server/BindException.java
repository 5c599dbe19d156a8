package dev.countersign.mock.server;

/** The address cannot be listened on. The message says what to do. */
public final class BindException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BindException(String message, Throwable cause) {
        super(message, cause);
    }
}
