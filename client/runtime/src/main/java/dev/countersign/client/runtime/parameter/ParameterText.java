package dev.countersign.client.runtime.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.countersign.client.Binary;
import dev.countersign.client.runtime.json.Json;
import java.util.ArrayList;
import java.util.List;

/** Writes parameter values in the style that the contract asks for (OAS 3.1 section 4.8.12.3). */
public final class ParameterText {
    private final Octets octets;

    /** What becomes of the octets of names and values; separators and structure are left as they are. */
    public enum Octets {
        /** Percent-encoded, but for unreserved characters. */
        ENCODED,
        /** Percent-encoded, but for unreserved and reserved characters. */
        ENCODED_BUT_RESERVED,
        /** As they are, in a header. */
        PLAIN;

        private String of(String text) {
            return this == PLAIN ? text : PercentEncoding.encode(text, this == ENCODED_BUT_RESERVED);
        }

        private String of(Binary binary) {
            return this == PLAIN ? binary.text() : PercentEncoding.encode(binary.bytes(), this == ENCODED_BUT_RESERVED);
        }
    }

    public ParameterText(Octets octets) {
        this.octets = octets;
    }

    /** The value as it stands in a path, a header, or a part of a multipart body. */
    public String inline(String name, Style style, boolean explode, Object value) {
        JsonNode node = Json.tree(value);
        return switch (style) {
            case LABEL -> "." + join(node, explode, explode ? "." : ",");
            case MATRIX -> matrix(name, explode, node);
            case JSON -> octets.of(node.toString());
            default -> join(node, explode, separator(style));
        };
    }

    /** The value as {@code name=value} pairs of a query, form or cookie, in order. */
    public List<String> pairs(String name, Style style, boolean explode, Object value) {
        JsonNode node = Json.tree(value);
        String key = octets.of(name);
        List<String> pairs = new ArrayList<>();
        if (style == Style.JSON) {
            pairs.add(key + "=" + octets.of(node.toString()));
        } else if (style == Style.DEEP_OBJECT && node.isContainerNode()) {
            deep(key, node, pairs);
        } else if (explode && node.isArray()) {
            list(key, node, pairs);
        } else if (explode && node.isObject()) {
            node.properties().forEach(entry -> {
                String property = octets.of(entry.getKey());
                if (isListOfScalars(entry.getValue())) {
                    list(property, entry.getValue(), pairs);
                } else {
                    pairs.add(property + "=" + scalar(entry.getValue()));
                }
            });
        } else if (!isEmptyList(node)) {
            pairs.add(key + "=" + join(node, false, separator(style)));
        }
        return pairs;
    }

    private void list(String key, JsonNode items, List<String> pairs) {
        items.forEach(item -> pairs.add(key + "=" + scalar(item)));
    }

    /** The standard leaves a list in an exploded object open; it is repeated, as it would be by itself. */
    private static boolean isListOfScalars(JsonNode node) {
        if (!node.isArray()) {
            return false;
        }
        for (JsonNode item : node) {
            if (item.isContainerNode()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEmptyList(JsonNode node) {
        return node.isArray() && node.isEmpty();
    }

    private String separator(Style style) {
        String delimiter = style.delimiter();
        return delimiter.equals(",") ? delimiter : octets.of(delimiter);
    }

    private String matrix(String name, boolean explode, JsonNode node) {
        if (explode && node.isArray()) {
            StringBuilder text = new StringBuilder();
            node.forEach(item -> text.append(';').append(name).append('=').append(scalar(item)));
            return text.toString();
        }
        if (explode && node.isObject()) {
            return ";" + join(node, true, ";");
        }
        return ";" + name + "=" + join(node, false, ",");
    }

    private String join(JsonNode node, boolean explode, String separator) {
        List<String> parts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> parts.add(scalar(item)));
        } else if (node.isObject()) {
            node.properties().forEach(entry -> {
                String key = octets.of(entry.getKey());
                if (explode) {
                    parts.add(key + "=" + scalar(entry.getValue()));
                } else {
                    parts.add(key);
                    parts.add(scalar(entry.getValue()));
                }
            });
        } else {
            parts.add(scalar(node));
        }
        return String.join(separator, parts);
    }

    private void deep(String prefix, JsonNode node, List<String> pairs) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> deep(
                            prefix + octets.of("[") + octets.of(entry.getKey()) + octets.of("]"),
                            entry.getValue(),
                            pairs));
        } else if (node.isArray()) {
            node.forEach(item -> deep(prefix, item, pairs));
        } else {
            pairs.add(prefix + "=" + scalar(node));
        }
    }

    /** The standard leaves values that are nested too deep undefined; they are written as JSON. */
    private String scalar(JsonNode node) {
        if (node.isNull()) {
            return "";
        }
        if (node instanceof POJONode held && held.getPojo() instanceof Binary binary) {
            return octets.of(binary);
        }
        return octets.of(node.isContainerNode() ? node.toString() : node.asText());
    }
}
