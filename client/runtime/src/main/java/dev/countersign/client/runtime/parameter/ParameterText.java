package dev.countersign.client.runtime.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.client.runtime.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes parameter values in the style that the contract asks for (OAS 3.1 section 4.8.12.3). */
public final class ParameterText {
    private final UnaryOperator<String> encode;

    /** Writes values through an encoder, which names, separators and structure do not pass. */
    public ParameterText(UnaryOperator<String> encode) {
        this.encode = encode;
    }

    /** The value as it stands in a path or header. */
    public String inline(String name, Style style, boolean explode, Object value) {
        JsonNode node = Json.tree(value);
        return switch (style) {
            case LABEL -> "." + join(node, explode, explode ? "." : ",");
            case MATRIX -> matrix(name, explode, node);
            case JSON -> encode.apply(node.toString());
            default -> join(node, explode, ",");
        };
    }

    /** The value as {@code name=value} pairs of a query, form or cookie, in order. */
    public List<String> pairs(String name, Style style, boolean explode, Object value) {
        JsonNode node = Json.tree(value);
        String key = encode.apply(name);
        List<String> pairs = new ArrayList<>();
        if (style == Style.JSON) {
            pairs.add(key + "=" + encode.apply(node.toString()));
        } else if (style == Style.DEEP_OBJECT && node.isContainerNode()) {
            deep(key, node, pairs);
        } else if (explode && node.isArray()) {
            node.forEach(item -> pairs.add(key + "=" + scalar(item)));
        } else if (explode && node.isObject()) {
            node.properties()
                    .forEach(entry -> pairs.add(encode.apply(entry.getKey()) + "=" + scalar(entry.getValue())));
        } else {
            pairs.add(key + "=" + join(node, false, separator(style)));
        }
        return pairs;
    }

    private String separator(Style style) {
        return switch (style) {
            case SPACE_DELIMITED -> encode.apply(" ");
            case PIPE_DELIMITED -> encode.apply("|");
            default -> ",";
        };
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
                String key = encode.apply(entry.getKey());
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
                            prefix + encode.apply("[") + encode.apply(entry.getKey()) + encode.apply("]"),
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
        return encode.apply(node.isContainerNode() ? node.toString() : node.asText());
    }
}
