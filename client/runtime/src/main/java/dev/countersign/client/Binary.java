package dev.countersign.client;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Octets that travel as they are, the value of a property with {@code format: binary} (OAS 3.0 section 4.4): a file in a
 * multipart body, for instance. Where such a property stands in JSON, which cannot hold octets, they travel as UTF-8
 * text. Immutable and thread-safe.
 */
@JsonSerialize(using = BinarySerializer.class)
@JsonDeserialize(using = BinaryDeserializer.class)
public final class Binary {
    private final byte[] bytes;

    private Binary(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes a copy of the bytes. */
    public static Binary of(byte[] bytes) {
        return new Binary(bytes.clone());
    }

    /** Takes a text as UTF-8. */
    public static Binary of(String text) {
        return new Binary(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes read as UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Binary that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** How many bytes there are, and none of them. */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
