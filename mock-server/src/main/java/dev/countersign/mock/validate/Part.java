package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * One part of a multipart body.
 *
 * @param name the field's name (RFC 7578 section 4.2); empty for a part without one
 * @param type the part's own media type
 * @param headers its header fields
 * @param isFile whether the part carries a file name
 * @param body where its content lies, in bytes
 * @param from the content's first byte
 * @param length the content's length
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and not copied for speed
record Part(String name, Optional<MediaType> type, Headers headers, boolean isFile, byte[] body, int from, int length) {
    byte[] content() {
        return Arrays.copyOfRange(body, from, from + length);
    }

    String text() {
        return new String(body, from, length, type.flatMap(MediaType::charset).orElse(StandardCharsets.UTF_8));
    }
}
