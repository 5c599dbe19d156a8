package dev.countersign.verify.pact;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A body of several parts (RFC 7578), with a boundary that is always the same, so that the pact's bytes are too. */
final class MultipartText {
    static final String BOUNDARY = "countersign-boundary";

    private MultipartText() {}

    static String of(JsonNode value, Facets facets) {
        return value.properties().stream()
                        .flatMap(property ->
                                parts(property.getKey(), property.getValue(), facets.property(property.getKey())))
                        .collect(Collectors.joining())
                + "--" + BOUNDARY + "--\r\n";
    }

    private static Stream<String> parts(String name, JsonNode value, Facets facets) {
        return value.isArray()
                ? value.valueStream().map(item -> part(name, item, facets.items()))
                : Stream.of(part(name, value, facets));
    }

    /** One part, with the media type that OAS 3.1 section 4.8.15 gives its value; octets are sent as a file. */
    private static String part(String name, JsonNode value, Facets facets) {
        boolean octets = value.isString()
                && facets.text("format").filter("binary"::equals).isPresent();
        String type = value.isContainer()
                ? "application/json"
                : octets ? "application/octet-stream" : "text/plain; charset=utf-8";
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (octets ? "; filename=\"" + name + "\"" : "")
                + "\r\nContent-Type: " + type
                + "\r\n\r\n" + (value.isString() ? value.asString() : value.toString()) + "\r\n";
    }
}
