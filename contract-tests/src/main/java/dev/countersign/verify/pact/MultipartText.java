package dev.countersign.verify.pact;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A body of several parts (RFC 7578), with a boundary that is always the same, so that the pact's bytes are too. */
final class MultipartText {
    static final String BOUNDARY = "countersign-boundary";

    private MultipartText() {}

    static String of(JsonNode value) {
        return value.properties().stream()
                        .flatMap(property -> items(property.getValue()).map(item -> part(property.getKey(), item)))
                        .collect(Collectors.joining())
                + "--" + BOUNDARY + "--\r\n";
    }

    private static Stream<JsonNode> items(JsonNode value) {
        return value.isArray() ? value.valueStream() : Stream.of(value);
    }

    private static String part(String name, JsonNode value) {
        String type = value.isContainer() ? "application/json" : "text/plain; charset=utf-8";
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: " + type
                + "\r\n\r\n" + (value.isString() ? value.asString() : value.toString()) + "\r\n";
    }
}
