package dev.countersign.client.runtime.body;

import dev.countersign.client.runtime.json.Json;
import dev.countersign.client.runtime.parameter.Style;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request body, ready to be sent.
 *
 * @param contentType the value of {@code Content-Type}
 * @param content the bytes; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Payload(String contentType, byte[] content) {

    /**
     * How one property of a form or multipart body is written (OAS 3.1 section 4.8.15).
     *
     * @param property its name
     * @param contentType the media type of its part; empty when it follows from the value
     */
    public record Part(String property, String contentType, Style style, boolean explode) {}

    /** A body of JSON; null where an optional one is not given. */
    public static @Nullable Payload json(String contentType, @Nullable Object body) {
        return body == null ? null : new Payload(contentType, Json.write(body));
    }

    /** A body of text, in UTF-8. */
    public static @Nullable Payload text(String contentType, @Nullable String body) {
        if (body == null) {
            return null;
        }
        boolean named = contentType.toLowerCase(Locale.ROOT).contains("charset");
        return new Payload(
                named ? contentType : contentType + "; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    /** A body of bytes. */
    public static @Nullable Payload bytes(String contentType, byte @Nullable [] body) {
        return body == null ? null : new Payload(contentType, body);
    }

    /** A body of form fields. */
    public static @Nullable Payload form(String contentType, @Nullable Object body, List<Part> parts) {
        return body == null ? null : new Payload(contentType, FormBody.write(body, parts));
    }

    /** A body of several parts (RFC 7578). */
    public static @Nullable Payload multipart(String contentType, @Nullable Object body, List<Part> parts) {
        return body == null ? null : MultipartBody.write(contentType, body, parts);
    }

    /** What kind of body it is, without its content. */
    @Override
    public String toString() {
        return contentType + ", " + content.length + " bytes";
    }
}
