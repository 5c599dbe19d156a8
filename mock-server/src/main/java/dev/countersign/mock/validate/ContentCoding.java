package dev.countersign.mock.validate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * Undoes the coding of a body (RFC 9110 section 8.4). A few bytes may unfold into very many, so that there is a bound.
 */
final class ContentCoding {
    /** Sixteen mebibytes. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final int MOST_CODINGS = 4;

    private static final Set<String> KNOWN = Set.of("gzip", "x-gzip", "deflate", "br");

    /** What became of the body. */
    sealed interface Outcome {}

    @SuppressWarnings("ArrayRecordComponent") // never compared, and not copied for speed
    record Decoded(byte[] body) implements Outcome {}

    /** The body cannot be had. */
    record Refused(Validated.Verdict verdict, String message) implements Outcome {}

    private ContentCoding() {}

    /** The body as it was before the codings that the field lists were applied, in their order. */
    static Outcome decode(String field, byte[] body) {
        List<String> codings = codings(field);
        if (!areKnown(codings)) {
            return new Refused(
                    Validated.Verdict.UNSUPPORTED_MEDIA_TYPE,
                    "the body's coding is not known; send gzip, deflate, br or none");
        }
        byte[] decoded = body;
        for (int i = codings.size() - 1; i >= 0; i--) {
            String coding = codings.get(i);
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
        return switch (coding) {
            case "br" -> new BrotliInputStream(stream);
            case "deflate" -> new InflaterInputStream(stream);
            default -> new GZIPInputStream(stream);
        };
    }

    /** Whether the body can be had as it was before the codings that the field lists. */
    static boolean isKnown(String field) {
        return areKnown(codings(field));
    }

    private static boolean areKnown(List<String> codings) {
        return codings.size() <= MOST_CODINGS && KNOWN.containsAll(codings);
    }

    private static List<String> codings(String field) {
        return Structure.split(field, ",").stream()
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList();
    }
}
