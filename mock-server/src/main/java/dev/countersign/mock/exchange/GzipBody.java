package dev.countersign.mock.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The gzip form (RFC 1952) of a body that is sent again and again, made when a client first asks for it. Thread-safe. */
public final class GzipBody {
    /** In bytes; a shorter body fits into two packets, coded or not. */
    public static final int LEAST = 2048;

    private static final Set<String> TEXTS = Set.of("javascript", "ecmascript", "yaml", "graphql");

    private final byte[] plain;
    private volatile byte @Nullable [] coded;

    private GzipBody(byte[] plain) {
        this.plain = plain;
    }

    /** The form of a body that is long enough and of a type that gets shorter; absent for any other. */
    public static Optional<GzipBody> of(byte[] body, MediaType type) {
        return body.length >= LEAST && isText(type) ? Optional.of(new GzipBody(body)) : Optional.empty();
    }

    /** Images, sound and archives are dense already; events are awaited one by one. */
    private static boolean isText(MediaType type) {
        return !type.isEventStream()
                && (type.isText()
                        || type.isJson()
                        || type.isXml()
                        || type.isJsonSequence()
                        || type.isForm()
                        || TEXTS.contains(type.subtype()));
    }

    /** The coded bytes; not copied, and never written to. */
    public byte[] bytes() {
        byte[] ready = coded;
        return ready == null ? make() : ready;
    }

    private synchronized byte[] make() {
        byte[] ready = coded;
        if (ready == null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4);
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(plain);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            ready = bytes.toByteArray();
            coded = ready;
        }
        return ready;
    }
}
