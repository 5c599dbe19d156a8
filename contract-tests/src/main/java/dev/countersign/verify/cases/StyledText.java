package dev.countersign.verify.cases;

import dev.countersign.openapi.contract.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Writes a parameter's value in the style that the contract gives it (OAS 3.1 section 4.8.12.6). Only what stands between
 * the delimiters is encoded, as RFC 6570 has it.
 */
final class StyledText {
    private StyledText() {}

    /** The text of a path, header or cookie parameter, and of a query parameter that travels as one value. */
    static String of(Parameter parameter, JsonNode value, UnaryOperator<String> encoding) {
        if (parameter.content().isPresent()) {
            return encoding.apply(text(value));
        }
        boolean explode = parameter.explode();
        return switch (parameter.style()) {
            case LABEL -> "." + joined(value, explode ? "." : ",", explode ? "=" : ",", encoding);
            case MATRIX -> matrix(parameter.name(), value, explode, encoding);
            case SPACE_DELIMITED, PIPE_DELIMITED, TAB_DELIMITED -> {
                String between = encoding.apply(parameter.style().delimiter());
                yield joined(value, between, between, encoding);
            }
            case SIMPLE, FORM, DEEP_OBJECT, COOKIE -> joined(value, ",", explode ? "=" : ",", encoding);
        };
    }

    /** A query parameter by the names that it really has in the query string. */
    static Map<String, List<String>> query(Parameter parameter, JsonNode value) {
        return parameter.content().isPresent()
                ? Map.of(parameter.name(), List.of(text(value)))
                : query(parameter.name(), parameter.style(), parameter.explode(), value);
    }

    /** A field of a query or a form by the names that it really has there. */
    static Map<String, List<String>> query(String name, Parameter.Style style, boolean explode, JsonNode value) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (!value.isContainer()) {
            query.put(name, List.of(text(value)));
        } else if (style == Parameter.Style.DEEP_OBJECT) {
            value.properties().forEach(p -> query.put(name + "[" + p.getKey() + "]", scalars(p.getValue())));
        } else if (value.isEmpty()) {
            return query;
        } else if (!explode) {
            String between = style.delimiter();
            query.put(name, List.of(joined(value, between, between, UnaryOperator.identity())));
        } else if (value.isArray()) {
            query.put(name, scalars(value));
        } else {
            value.properties().forEach(p -> query.put(p.getKey(), scalars(p.getValue())));
        }
        return query;
    }

    private static String matrix(String name, JsonNode value, boolean explode, UnaryOperator<String> encoding) {
        if (!explode || !value.isContainer()) {
            return ";" + name + "=" + joined(value, ",", ",", encoding);
        }
        return value.isArray()
                ? ";" + name + "=" + joined(value, ";" + name + "=", "", encoding)
                : ";" + joined(value, ";", "=", encoding);
    }

    private static String joined(JsonNode value, String between, String afterKey, UnaryOperator<String> encoding) {
        Stream<String> parts = value.isObject()
                ? value.properties().stream()
                        .map(p -> encoding.apply(p.getKey()) + afterKey + encoding.apply(text(p.getValue())))
                : scalars(value).stream().map(encoding);
        return parts.collect(Collectors.joining(between));
    }

    private static List<String> scalars(JsonNode value) {
        return value.isArray() ? value.valueStream().map(StyledText::text).toList() : List.of(text(value));
    }

    static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.isNull() ? "" : value.toString();
    }
}
