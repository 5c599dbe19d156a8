package dev.countersign.client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An answer as it came in.
 *
 * @param operation the method and path template of the call
 * @param status the HTTP status
 * @param headers the answer's headers; names compare without case
 * @param content the body's bytes, decompressed; empty when there is none. Not copied: treat it as read-only
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record ReceivedResponse(String operation, int status, Headers headers, byte[] content) {

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
                operation, String.valueOf(status), mediaType().orElse("no content type"), content.length + " bytes");
        return String.join(", ", parts);
    }
}
