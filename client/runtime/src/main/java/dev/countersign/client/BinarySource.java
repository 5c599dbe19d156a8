package dev.countersign.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Where octets come from. */
sealed interface BinarySource {
    InputStream open();

    OptionalLong length();

    default boolean isRepeatable() {
        return true;
    }

    /** In memory. */
    @SuppressWarnings("ArrayRecordComponent") // Compared below.
    record Held(byte[] bytes) implements BinarySource {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public OptionalLong length() {
            return OptionalLong.of(bytes.length);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Held that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return bytes.length + " bytes";
        }
    }

    /** In a file. */
    record File(Path path) implements BinarySource {
        @Override
        public InputStream open() {
            try {
                return Files.newInputStream(path);
            } catch (IOException e) {
                throw new UncheckedIOException(path + " cannot be read", e);
            }
        }

        @Override
        public OptionalLong length() {
            try {
                return OptionalLong.of(Files.size(path));
            } catch (IOException e) {
                throw new UncheckedIOException(path + " cannot be read", e);
            }
        }

        @Override
        public String toString() {
            return "the bytes of a file";
        }
    }

    /** In a stream that can be opened as often as needed. */
    record Streamed(Supplier<InputStream> source, OptionalLong length) implements BinarySource {
        @Override
        public InputStream open() {
            return source.get();
        }

        @Override
        public String toString() {
            return length.isPresent() ? length.getAsLong() + " bytes" : "bytes of a stream";
        }
    }

    /** In a stream that is open already. */
    final class Once implements BinarySource {
        private final InputStream stream;
        private final OptionalLong length;
        private final AtomicBoolean read = new AtomicBoolean();

        Once(InputStream stream, OptionalLong length) {
            this.stream = stream;
            this.length = length;
        }

        @Override
        public InputStream open() {
            if (read.getAndSet(true)) {
                throw new IllegalStateException("the stream has been read already, and can be read but once");
            }
            return stream;
        }

        @Override
        public OptionalLong length() {
            return length;
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }

        @Override
        public String toString() {
            return length.isPresent() ? length.getAsLong() + " bytes" : "bytes of a stream";
        }
    }
}
