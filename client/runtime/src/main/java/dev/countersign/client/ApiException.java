package dev.countersign.client;

import java.util.Optional;

/**
 * The server answered with a status that stands for an error. A documented error comes as a generated subclass that
 * holds the typed body; this class itself stands for any other status, and for a documented one whose body could not
 * be read, so that the status is never lost.
 */
public non-sealed class ApiException extends CountersignException {
    private static final long serialVersionUID = 1L;

    private final transient ReceivedResponse response;
    private final int status;

    public ApiException(ReceivedResponse response) {
        super(
                response.operation(),
                response.operation() + " was answered with status " + response.status()
                        + response.damage().map(how -> ", and " + how).orElse(""),
                null);
        this.response = response;
        this.status = response.status();
    }

    /** The HTTP status. */
    public final int status() {
        return status;
    }

    /** Whether the status says that the request was at fault: 400 to 499. */
    public final boolean isClientError() {
        return status / 100 == 4;
    }

    /** Whether the status says that the server was at fault: 500 to 599. */
    public final boolean isServerError() {
        return status / 100 == 5;
    }

    /** What the server calls the request in its own logs, where the answer says so. */
    public final Optional<String> requestId() {
        return response.requestId();
    }

    /** The answer's headers. */
    public final Headers headers() {
        return response.headers();
    }

    /** The answer as it came in, with the raw body, which may hold secrets. */
    public final ReceivedResponse response() {
        return response;
    }
}
