package dev.countersign.mock.validate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * Undoes the coding of a body (RFC 9110 section 8.4). A few bytes may unfold into very many, so that there is a bound.
 */
final class ContentCoding {
    /** Sixteen mebibytes. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final int MOST_CODINGS = 4;

    /** What became of the body. */
    sealed interface Outcome {}

    @SuppressWarnings("ArrayRecordComponent") // never compared, and not copied for speed
    record Decoded(byte[] body) implements Outcome {}

    /** The body cannot be had. */
    record Refused(Validated.Verdict verdict, String message) implements Outcome {}

    private ContentCoding() {}

    /** The body as it was before the codings that the field lists were applied, in their order. */
    static Outcome decode(String field, byte[] body) {
        List<String> codings = Structure.split(field, ",");
        if (codings.size() > MOST_CODINGS) {
            return unknown();
        }
        byte[] decoded = body;
        for (int i = codings.size() - 1; i >= 0; i--) {
            String coding = codings.get(i).strip().toLowerCase(Locale.ROOT);
            if (coding.isEmpty() || coding.equals("identity")) {
                continue;
            }
            if (!coding.matches("(x-)?gzip|deflate")) {
                return unknown();
            }
            try (InputStream unfolded = unfold(coding, decoded)) {
                decoded = unfolded.readNBytes(MOST_BYTES + 1);
            } catch (IOException malformed) {
                return new Refused(Validated.Verdict.MALFORMED, "is not well-formed " + coding);
            }
            if (decoded.length > MOST_BYTES) {
                return new Refused(Validated.Verdict.TOO_LARGE, "unfolds into more than " + MOST_BYTES + " bytes");
            }
        }
        return new Decoded(decoded);
    }

    private static InputStream unfold(String coding, byte[] body) throws IOException {
        ByteArrayInputStream stream = new ByteArrayInputStream(body);
        return coding.equals("deflate") ? new InflaterInputStream(stream) : new GZIPInputStream(stream);
    }

    private static Refused unknown() {
        return new Refused(
                Validated.Verdict.UNSUPPORTED_MEDIA_TYPE, "the body's coding is not known; send gzip, deflate or none");
    }
}
