package dev.countersign.verify.pact;

import dev.countersign.mock.pact.ValueSchemas;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A body of several parts (RFC 7578), with a boundary that is always the same, so that the pact's bytes are too. */
final class MultipartText {
    static final String BOUNDARY = "countersign-boundary";

    /** Text, structures that are written as text, ranges of anything, and nothing. */
    private static final Pattern TEXTUAL = Pattern.compile(
            "|\\*.*|(?i:text|multipart)/.*|.*[/+](?i:x-)?(?i:json|jsonl|ndjson|json-seq|xml|yaml|toml|javascript|ecmascript"
                    + "|sql|graphql|jwt|jose|pem-file|pem-certificate-chain|www-form-urlencoded)\\b.*");

    private MultipartText() {}

    /** The text of an object's properties, each a part; the contract may name the media types of one, separated by commas. */
    static String of(JsonNode value, ValueSchemas schemas, Function<String, Optional<String>> mediaTypes) {
        return value.properties().stream()
                        .flatMap(property -> parts(
                                property.getKey(),
                                property.getValue(),
                                schemas.property(property.getKey()),
                                mediaTypes.apply(property.getKey()).map(each -> each.split(",", 2)[0].strip())))
                        .collect(Collectors.joining())
                + "--" + BOUNDARY + "--\r\n";
    }

    private static Stream<String> parts(String name, JsonNode value, ValueSchemas schemas, Optional<String> mediaType) {
        return value.isArray()
                ? value.valueStream().map(item -> part(name, item, schemas.items(), mediaType))
                : Stream.of(part(name, value, schemas, mediaType));
    }

    /** One part, with the media type that OAS 3.1 section 4.8.15 gives its value; octets are sent as a file. */
    private static String part(String name, JsonNode value, ValueSchemas schemas, Optional<String> mediaType) {
        boolean octets = value.isString() && areOctets(schemas, mediaType);
        String usual = value.isContainer()
                ? "application/json"
                : octets ? "application/octet-stream" : "text/plain; charset=utf-8";
        String type =
                mediaType.filter(each -> !each.isEmpty() && !each.contains("*")).orElse(usual);
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (octets ? "; filename=\"" + name + "\"" : "")
                + "\r\nContent-Type: " + type
                + "\r\n\r\n" + (value.isString() && !type.contains("json") ? value.asString() : value.toString())
                + "\r\n";
    }

    /** Those that the schema calls so, or else the {@code encoding} of what it leaves open (OAS 3.1 section 4.8.14.3). */
    private static boolean areOctets(ValueSchemas schemas, Optional<String> mediaType) {
        if (schemas.text("format").isPresent()) {
            return schemas.text("format").filter("binary"::equals).isPresent();
        }
        if (schemas.text("contentEncoding").isPresent()) {
            return schemas.text("contentEncoding")
                    .filter("binary"::equalsIgnoreCase)
                    .isPresent();
        }
        return schemas.text("contentMediaType")
                .or(() -> schemas.isLiteral() ? Optional.empty() : mediaType)
                .filter(type -> !TEXTUAL.matcher(type).matches())
                .isPresent();
    }
}
