package dev.countersign.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came back, success or error. Immutable and thread-safe, as far as {@code T} is.
 *
 * @param <T> the type of the body of a successful answer
 */
public final class ApiResponse<T> {
    private final ReceivedResponse received;
    private final @Nullable T body;
    private final @Nullable ApiException error;

    private ApiResponse(ReceivedResponse received, @Nullable T body, @Nullable ApiException error) {
        this.received = received;
        this.body = body;
        this.error = error;
    }

    /** A successful answer; its body is null where the answer has none. */
    public static <T> ApiResponse<T> success(ReceivedResponse received, @Nullable T body) {
        return new ApiResponse<>(received, body, null);
    }

    /** An answer whose status stands for an error. */
    public static <T> ApiResponse<T> failure(ReceivedResponse received, ApiException error) {
        return new ApiResponse<>(received, null, error);
    }

    /** The HTTP status. */
    public int status() {
        return received.status();
    }

    /** The answer's headers. */
    public Headers headers() {
        return received.headers();
    }

    /** Whether the status stands for a success, so that {@link #orThrow()} returns. */
    public boolean isSuccess() {
        return error == null;
    }

    /** Whether the status stands for an error, so that {@link #error()} is there. */
    public boolean isError() {
        return error != null;
    }

    /** The typed body; null for an error, and for a success that has no body. */
    public @Nullable T body() {
        return body;
    }

    /** The exception that the plain call would have thrown, for a documented error with its typed body. */
    public Optional<ApiException> error() {
        return Optional.ofNullable(error);
    }

    /** The raw body as text, which may hold secrets. */
    public String text() {
        return received.text();
    }

    /** The answer as it came in. */
    public ReceivedResponse received() {
        return received;
    }

    /**
     * The typed body; null only for a success that has no body.
     *
     * @throws ApiException when the status stands for an error
     */
    @SuppressWarnings("NullAway") // Where the contract promises a body, decoding has made sure that there is one.
    public T orThrow() {
        if (error != null) {
            throw error;
        }
        return body;
    }

    /** The status and kind of body, without any of its content. */
    @Override
    public String toString() {
        return received.toString();
    }
}
