package dev.countersign.client;

import org.jspecify.annotations.Nullable;

/**
 * Everything that can go wrong with a call. No message and no cause of it holds a body, a credential or the value of a
 * parameter.
 */
public abstract sealed class CountersignException extends RuntimeException
        permits ApiException, TransportException, DecodingException {
    private static final long serialVersionUID = 1L;

    private final String operation;

    CountersignException(String operation, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.operation = operation;
    }

    /** The method and path template of the call, for instance {@code GET /pets/{petId}}. */
    public String operation() {
        return operation;
    }
}
