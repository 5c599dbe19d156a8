package dev.countersign.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Octets that travel as they are, the value of a property with {@code format: binary} (OAS 3.0 section 4.4): a file in a
 * multipart body, for instance, which then says its name and media type. They are held in memory, or read when they are
 * sent. Where such a property stands in JSON, which cannot hold octets, they travel as UTF-8 text. Immutable and
 * thread-safe, as far as what they are read from is.
 */
@JsonSerialize(using = BinarySerializer.class)
@JsonDeserialize(using = BinaryDeserializer.class)
public final class Binary {
    private final BinarySource source;
    private final @Nullable String fileName;
    private final @Nullable String mediaType;

    private Binary(BinarySource source, @Nullable String fileName, @Nullable String mediaType) {
        this.source = source;
        this.fileName = fileName;
        this.mediaType = mediaType;
    }

    /** Takes a copy of the bytes. */
    public static Binary of(byte[] bytes) {
        return new Binary(new BinarySource.Held(bytes.clone()), null, null);
    }

    /** Takes a text as UTF-8. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Binary of(String text) {
        return new Binary(new BinarySource.Held(text.getBytes(StandardCharsets.UTF_8)), null, null);
    }

    /** A file, read each time that it is sent. Its name goes with it, unless another one is given. */
    public static Binary of(Path file) {
        Path name = file.getFileName();
        return new Binary(new BinarySource.File(file), name == null ? null : name.toString(), null);
    }

    /** What is read from a new stream each time that it is sent; its length is not known, so that it is sent in chunks. */
    public static Binary of(Supplier<InputStream> source) {
        return new Binary(new BinarySource.Streamed(source, OptionalLong.empty()), null, null);
    }

    /** What is read from a new stream each time that it is sent, of a length that is known in bytes. */
    public static Binary of(Supplier<InputStream> source, long length) {
        return new Binary(new BinarySource.Streamed(source, OptionalLong.of(length)), null, null);
    }

    /** What can be read but once, so that a call with it is never sent a second time. The stream is closed. */
    public static Binary once(InputStream stream) {
        return new Binary(new BinarySource.Once(stream, OptionalLong.empty()), null, null);
    }

    /** What can be read but once, of a length that is known in bytes. The stream is closed. */
    public static Binary once(InputStream stream, long length) {
        return new Binary(new BinarySource.Once(stream, OptionalLong.of(length)), null, null);
    }

    /** The same octets under a file name, which goes with a part of a multipart body (RFC 7578 section 4.2). */
    public Binary withFileName(String name) {
        return new Binary(source, Checks.given("the file name", name), mediaType);
    }

    /** The same octets with a media type of their own, where the contract leaves it open. */
    public Binary withMediaType(String type) {
        return new Binary(source, fileName, Headers.valid("Content-Type", type));
    }

    /** The file name. */
    public Optional<String> fileName() {
        return Optional.ofNullable(fileName);
    }

    /** The media type. */
    public Optional<String> mediaType() {
        return Optional.ofNullable(mediaType);
    }

    /**
     * How many bytes there are; empty when that is not known before they are read.
     *
     * @throws UncheckedIOException when it is a file that cannot be read
     */
    public OptionalLong length() {
        return source.length();
    }

    /** Whether they can be read more than once, so that a call with them may be sent again. */
    public boolean isRepeatable() {
        return source.isRepeatable();
    }

    /**
     * Reads them from the beginning.
     *
     * @throws UncheckedIOException when they cannot be read
     * @throws IllegalStateException when they have been read already, and can be read but once
     */
    public InputStream open() {
        return source.open();
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes read as UTF-8. */
    @JsonValue
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Whether both hold the same bytes, or read them from the same place, under the same name and type. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Binary that
                && source.equals(that.source)
                && Objects.equals(fileName, that.fileName)
                && Objects.equals(mediaType, that.mediaType);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, fileName, mediaType);
    }

    /** How many bytes there are, and none of them. */
    @Override
    public String toString() {
        return source.toString();
    }
}
