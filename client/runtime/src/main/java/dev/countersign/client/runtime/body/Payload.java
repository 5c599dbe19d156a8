package dev.countersign.client.runtime.body;

import dev.countersign.client.Binary;
import dev.countersign.client.runtime.json.Json;
import dev.countersign.client.runtime.parameter.Style;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A request body, ready to be sent: held in memory, or read while it is sent. */
public final class Payload {
    private static final String OCTETS = "application/octet-stream";

    private final String contentType;
    private final byte @Nullable [] held;
    private final @Nullable Binary streamed;

    /** Takes bytes, which are not copied. */
    public Payload(String contentType, byte[] content) {
        this.contentType = contentType;
        this.held = content;
        this.streamed = null;
    }

    /** Takes what is read while it is sent. */
    Payload(String contentType, Binary content) {
        this.contentType = contentType;
        this.held = null;
        this.streamed = content;
    }

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

    /**
     * A body of octets, wherever they come from.
     *
     * @param contentType what the contract says; octets that have a media type of their own say it where the contract names
     *     a range or nothing in particular
     */
    public static @Nullable Payload bytes(String contentType, @Nullable Binary body) {
        if (body == null) {
            return null;
        }
        boolean open = contentType.contains("*") || contentType.equals(OCTETS);
        return new Payload(open ? body.mediaType().orElse(OCTETS) : contentType, body);
    }

    /** A body of form fields. */
    public static @Nullable Payload form(String contentType, @Nullable Object body, List<Part> parts) {
        return body == null ? null : new Payload(contentType, FormBody.write(body, parts));
    }

    /** A body of several parts (RFC 7578). */
    public static @Nullable Payload multipart(String contentType, @Nullable Object body, List<Part> parts) {
        return body == null ? null : MultipartBody.write(contentType, body, parts);
    }

    /** The value of {@code Content-Type}. */
    public String contentType() {
        return contentType;
    }

    /** The bytes, not copied; null when they are read while they are sent. */
    public byte @Nullable [] held() {
        return held;
    }

    /** Reads what is not held, from its beginning. */
    public InputStream open() {
        return content().open();
    }

    /** How many bytes there are, as far as that is known beforehand. */
    public OptionalLong length() {
        return held == null ? content().length() : OptionalLong.of(held.length);
    }

    /** Whether it can be sent more than once. */
    public boolean isRepeatable() {
        return held != null || content().isRepeatable();
    }

    private Binary content() {
        if (streamed == null) {
            throw new IllegalStateException("the body is held");
        }
        return streamed;
    }

    /** What kind of body it is, without its content. */
    @Override
    public String toString() {
        return contentType + ", " + (held == null ? streamed : held.length + " bytes");
    }
}
