package dev.countersign.client;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An answer as it came in.
 *
 * @param operation the method and path template of the call
 * @param status the HTTP status
 * @param headers the answer's headers; names compare without case
 * @param content the body's bytes, decompressed; empty when there is none, and when it went to a file or is still to come.
 *     Not copied: treat it as read-only
 * @param damage why the content is not the body that the server meant, for instance because it broke off; absent when it
 *     is
 * @param stream the body that is still to come, of a call that returns a stream, to which it belongs; absent for all others
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record ReceivedResponse(
        String operation,
        int status,
        Headers headers,
        byte[] content,
        Optional<String> damage,
        Optional<InputStream> stream) {
    private static final List<String> REQUEST_ID = List.of(
            "X-Request-Id", "Request-Id", "X-Correlation-Id", "X-Amzn-RequestId", "X-Amz-Request-Id", "X-Trace-Id");

    /** An answer whose body came whole. */
    public ReceivedResponse(String operation, int status, Headers headers, byte[] content) {
        this(operation, status, headers, content, Optional.empty());
    }

    /** An answer whose body has come, whole or not. */
    public ReceivedResponse(String operation, int status, Headers headers, byte[] content, Optional<String> damage) {
        this(operation, status, headers, content, damage, Optional.empty());
    }

    /** What the server calls the request in its own logs: the first of the usual headers for it. */
    public Optional<String> requestId() {
        return REQUEST_ID.stream().flatMap(name -> headers.first(name).stream()).findFirst();
    }

    /** The media type in lower case without parameters; absent when the answer names none. */
    public Optional<String> mediaType() {
        return headers.first("Content-Type").map(Headers::bareMediaType);
    }

    /** The body as UTF-8 text. It may hold secrets. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** The status and what kind of body came with it, without any of its content. */
    @Override
    public String toString() {
        List<String> parts = List.of(
                operation,
                String.valueOf(status),
                mediaType().orElse("no content type"),
                stream.isPresent() ? "a stream" : content.length + " bytes");
        return String.join(", ", parts);
    }
}
