package dev.countersign.client.runtime.http;

import dev.countersign.client.TransportException.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * What was done to a body for its way, which is undone here (RFC 9110 section 8.4).
 *
 * @param names the codings in the order in which they were applied, in lower case, without {@code identity}
 */
record ContentCoding(List<String> names) {
    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
    private static final ContentCoding NONE = new ContentCoding(List.of());

    static ContentCoding of(HttpHeaders headers) {
        List<String> lines = headers.allValues("Content-Encoding");
        if (lines.isEmpty()) {
            return NONE;
        }
        List<String> names = new ArrayList<>();
        for (String line : lines) {
            for (String name : line.split(",", -1)) {
                String lower = name.strip().toLowerCase(Locale.ROOT);
                if (!lower.isEmpty() && !lower.equals("identity")) {
                    names.add(lower);
                }
            }
        }
        return new ContentCoding(names);
    }

    /** A coding that is not known here. */
    Optional<String> unknown() {
        for (String name : names) {
            if (!GZIP.contains(name) && !name.equals("deflate")) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** The body without its codings, all of which must be known. */
    InputStream decoded(InputStream body) throws IOException {
        List<String> last = new ArrayList<>(names);
        Collections.reverse(last);
        InputStream plain = body;
        for (String name : last) {
            plain = GZIP.contains(name) ? new GZIPInputStream(plain) : new InflaterInputStream(plain);
        }
        return plain;
    }

    /**
     * The body without its codings, all of which must be known.
     *
     * @throws TransportFailure when it is damaged, or longer than is allowed
     */
    byte[] decoded(byte[] body, long most) throws TransportFailure {
        if (names.isEmpty() || body.length == 0) {
            return body;
        }
        ByteArrayOutputStream plain = new ByteArrayOutputStream(body.length * 4);
        byte[] chunk = new byte[8192];
        try (InputStream in = decoded(new ByteArrayInputStream(body))) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (plain.size() + (long) read > most) {
                    throw HeldBody.tooLarge(most);
                }
                plain.write(chunk, 0, read);
            }
        } catch (TransportFailure e) {
            throw e;
        } catch (IOException e) {
            throw damaged(e);
        }
        return plain.toByteArray();
    }

    static TransportFailure damaged(IOException cause) {
        return new TransportFailure(Kind.BROKEN, "the compressed body is damaged", cause);
    }
}
