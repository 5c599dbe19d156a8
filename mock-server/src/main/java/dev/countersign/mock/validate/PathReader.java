package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.PercentEncoding;
import dev.countersign.openapi.contract.Parameter.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A path parameter: {@code simple}, {@code label} (RFC 6570 section 3.2.5) or {@code matrix} (section 3.2.7). */
record PathReader(String name, Style style, boolean explode, ExpectedType expected) implements ParameterReader {
    private static final Pattern DECORATION = Pattern.compile("^\\s*[;.?&+#/*]*|(:.*|=.*|[+*?]*)\\s*$");

    private static final Pattern DOT_BEFORE_ASSIGNMENT = Pattern.compile("\\.(?=[^.=]*=)");

    @Override
    public ReadResult read(RawRequest request) {
        @Nullable String raw = value(request.pathValues());
        if (raw == null) {
            return ReadResult.MISSING;
        }
        return switch (style) {
            case LABEL -> label(raw);
            case MATRIX -> matrix(raw);
            default -> simple(raw, style.delimiter());
        };
    }

    /** Some call the parameter as their template does, operators included: {@code .format}, {@code proxy+}. */
    private @Nullable String value(Map<String, String> values) {
        String raw = values.get(name);
        return raw != null ? raw : values.get(DECORATION.matcher(name).replaceAll(""));
    }

    private ReadResult label(String raw) {
        if (!raw.startsWith(".")) {
            return new ReadResult.Malformed("must begin with a dot (style label)");
        }
        return simple(raw.substring(1), explode ? "." : ",");
    }

    private ReadResult simple(String raw, String delimiter) {
        if (expected.isArray()) {
            return Structure.array(pieces(raw, delimiter), expected, PercentEncoding::decode);
        }
        if (expected.isObject()) {
            return explode
                    ? Structure.assignments(assignments(raw, delimiter), expected, PercentEncoding::decode)
                    : Structure.alternating(pieces(raw, delimiter), expected, PercentEncoding::decode);
        }
        return new ReadResult.Value(Coercion.coerce(PercentEncoding.decode(raw), expected));
    }

    /** Many clients encode the commas that delimit, too: without a bare one, the encoded ones delimit. */
    private static List<String> pieces(String raw, String delimiter) {
        return switch (delimiter) {
            case "," ->
                Structure.split(raw.indexOf(',') < 0 ? raw.replace("%2C", ",").replace("%2c", ",") : raw, ",");
            case " " -> Structure.split(raw.replace("%20", " "), " ");
            case "|" -> Structure.split(raw.replace("%7C", "|").replace("%7c", "|"), "|");
            case "\t" -> Structure.split(raw.replace("%09", "\t"), "\t");
            default -> Structure.split(raw, delimiter);
        };
    }

    /**
     * As above, unless an encoded comma is then no delimiter of assignments: {@code R=a%2Cb} holds a comma. A dot that no
     * assignment follows is part of a value, as in {@code R=1.5}.
     */
    private static List<String> assignments(String raw, String delimiter) {
        if (delimiter.equals(".")) {
            return raw.isEmpty() ? List.of() : List.of(DOT_BEFORE_ASSIGNMENT.split(raw, -1));
        }
        List<String> pieces = pieces(raw, delimiter);
        boolean all = pieces.stream().allMatch(piece -> piece.indexOf('=') >= 0);
        return all ? pieces : Structure.split(raw, delimiter);
    }

    private ReadResult matrix(String raw) {
        if (!raw.startsWith(";")) {
            return new ReadResult.Malformed("must begin with a semicolon (style matrix)");
        }
        List<String> pieces = Structure.split(raw.substring(1), ";");
        if (expected.isObject() && explode) {
            return Structure.assignments(pieces, expected, PercentEncoding::decode);
        }
        List<String> values = new ArrayList<>();
        for (String piece : pieces) {
            int equals = piece.indexOf('=');
            String key = PercentEncoding.decode(equals < 0 ? piece : piece.substring(0, equals));
            if (key.equals(name)) {
                values.add(equals < 0 ? "" : piece.substring(equals + 1));
            } else {
                return new ReadResult.Malformed("must be written as ;" + name + "=value (style matrix)");
            }
        }
        return expected.isArray() && explode
                ? Structure.array(values, expected, PercentEncoding::decode)
                : simple(values.get(0), ",");
    }
}
