package dev.countersign.client;

import java.util.Optional;

/** A successful answer came whose body does not fit the contract. */
public final class DecodingException extends CountersignException {
    private static final long serialVersionUID = 1L;

    private final transient ReceivedResponse response;
    private final int status;

    /** Says what does not fit, without any of the body's values. */
    public DecodingException(ReceivedResponse response, String what) {
        super(
                response.operation(),
                response.operation() + " was answered with status " + response.status()
                        + ", but its body does not fit the contract: " + what,
                null);
        this.response = response;
        this.status = response.status();
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What the server calls the request in its own logs, where the answer says so. */
    public Optional<String> requestId() {
        return response.requestId();
    }

    /** The answer's headers. */
    public Headers headers() {
        return response.headers();
    }

    /** The answer as it came in, with the raw body, which may hold secrets. */
    public ReceivedResponse response() {
        return response;
    }
}
