package dev.countersign.mock.exchange;

import dev.countersign.openapi.contract.MediaTypeSpec;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A media type or range (RFC 9110 section 8.3.1), its names in lower case.
 *
 * @param type for instance {@code application}; {@code *} for any
 * @param subtype for instance {@code json}; {@code *} for any
 * @param parameters by name, in order; values as written, without quotes
 */
public record MediaType(String type, String subtype, Map<String, String> parameters) {

    /** Reads a media type; empty when the text is none. */
    public static Optional<MediaType> parse(String text) {
        int semicolon = text.indexOf(';');
        String essence = (semicolon < 0 ? text : text.substring(0, semicolon)).strip();
        int slash = essence.indexOf('/');
        if (essence.equals("*")) {
            return Optional.of(new MediaType("*", "*", Map.of()));
        }
        if (slash <= 0 || slash == essence.length() - 1) {
            return Optional.empty();
        }
        String lower = essence.toLowerCase(Locale.ROOT);
        Map<String, String> parameters = semicolon < 0 ? Map.of() : parameters(text.substring(semicolon + 1));
        return Optional.of(new MediaType(lower.substring(0, slash), lower.substring(slash + 1), parameters));
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : QuotedText.split(text, ';')) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(
                        part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        QuotedText.unquote(part.substring(equals + 1).strip()));
            }
        }
        return parameters;
    }

    /** {@code type/subtype} without parameters. */
    public String essence() {
        return type + "/" + subtype;
    }

    /** JSON itself, or a type with the suffix {@code +json} (RFC 6839 section 3.1). */
    public boolean isJson() {
        return subtype.equals("json") || subtype.endsWith("+json");
    }

    /** XML itself, or a type with the suffix {@code +xml} (RFC 7303). */
    public boolean isXml() {
        return subtype.equals("xml") || subtype.endsWith("+xml");
    }

    /**
     * JSON values one after the other: JSON lines under any of their names, or JSON text sequences (RFC 7464, RFC 8091).
     */
    public boolean isJsonSequence() {
        return switch (subtype) {
            case "jsonl", "x-jsonl", "jsonlines", "x-jsonlines", "ndjson", "x-ndjson", "json-seq" -> true;
            default -> subtype.endsWith("+json-seq") || subtype.endsWith("+jsonl") || subtype.endsWith("+ndjson");
        };
    }

    /** Whether each value of a sequence begins with a record separator (RFC 7464 section 2.2). */
    public boolean isRecordSeparated() {
        return subtype.endsWith("json-seq");
    }

    /** Server-sent events (HTML section 9.2). */
    public boolean isEventStream() {
        return type.equals("text") && subtype.equals("event-stream");
    }

    public boolean isForm() {
        return type.equals("application") && subtype.equals("x-www-form-urlencoded");
    }

    public boolean isMultipart() {
        return type.equals("multipart");
    }

    public boolean isText() {
        return type.equals("text");
    }

    /** The charset that its parameter names; empty without one, and for one that is not known here. */
    public Optional<Charset> charset() {
        String name = parameters.get("charset");
        try {
            return name == null ? Optional.empty() : Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** The first of these documented media types that covers this one. */
    public Optional<MediaTypeSpec> documentedIn(List<MediaTypeSpec> content) {
        return content.stream()
                .filter(spec -> parse(spec.name())
                        .filter(documented -> documented.covers(this))
                        .isPresent())
                .findFirst();
    }

    /** Whether it leaves type or subtype open. */
    public boolean isRange() {
        return type.equals("*") || subtype.contains("*");
    }

    /** Whether this range (or type) covers the other's type and subtype; parameters are not looked at. */
    public boolean covers(MediaType other) {
        if (type.equals("*")) {
            return true;
        }
        if (!type.equals(other.type)) {
            return false;
        }
        boolean anySuffixed = subtype.startsWith("*+") && other.subtype.endsWith(subtype.substring(1));
        return subtype.equals("*") || subtype.equals(other.subtype) || anySuffixed;
    }
}
