package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One part of a multipart body.
 *
 * @param name the field's name (RFC 7578 section 4.2); empty for a part without one
 * @param type the part's own media type
 * @param headers its header fields
 * @param isFile whether the part carries a file name
 * @param content the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and not copied for speed
record Part(String name, Optional<MediaType> type, Headers headers, boolean isFile, byte[] content) {
    String text() {
        return new String(content, type.flatMap(MediaType::charset).orElse(StandardCharsets.UTF_8));
    }
}
