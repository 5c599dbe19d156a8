package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Which schemas stand for octets that travel as they are: those that say so by {@code contentMediaType} (OAS 3.1 section
 * 4.8.14.3), and properties of a multipart body whose {@code encoding} does.
 */
final class Octets {
    /** What is text though it is not called so; a JWT, for one, is letters and dots (RFC 7519 section 3). */
    private static final String TEXTUAL =
            ".*[/+](x-)?(json|jsonl|ndjson|json-seq|xml|yaml|toml|javascript|ecmascript|sql|graphql"
                    + "|jwt|jose|pem-file|pem-certificate-chain|www-form-urlencoded)";

    private static final List<String> KEYWORDS =
            List.of("format", "contentEncoding", "contentMediaType", "enum", "const", "items", "additionalProperties");

    private final Document document;
    private final Set<JsonNode> byEncoding = Collections.newSetFromMap(new IdentityHashMap<>());

    Octets(Contract contract, Document document) {
        this.document = document;
        contract.operations()
                .forEach(operation -> operation
                        .requestBody()
                        .ifPresent(body -> body.content().stream()
                                .filter(media -> media.name().startsWith("multipart/"))
                                .forEach(this::add)));
    }

    private void add(MediaTypeSpec media) {
        if (media.schema().isEmpty() || media.encoding().isEmpty()) {
            return;
        }
        Shape shape = document.shape(media.schema().get());
        media.encoding().forEach((name, encoding) -> {
            SchemaNode property = shape.properties.get(name);
            if (property != null
                    && encoding.contentType().filter(Octets::isBinary).isPresent()) {
                Shape details = document.shape(property);
                mark(details.keyword("items").isObject() ? details.schema("items") : property);
            }
        });
    }

    private void mark(SchemaNode schema) {
        Shape shape = document.shape(schema);
        boolean open = shape.properties.isEmpty()
                && shape.variants.isEmpty()
                && (shape.types.isEmpty() || shape.is("string"))
                && KEYWORDS.stream().noneMatch(shape::has);
        if (open) {
            byEncoding.add(schema.node());
        }
    }

    /** Whether an encoding of a multipart body makes the schema one of octets. */
    boolean areMeantBy(SchemaNode schema) {
        return byEncoding.contains(schema.node());
    }

    /** Whether a string's keywords do. */
    static boolean areSaidBy(Shape string) {
        return areSaidBy(string.text("contentEncoding"), string.text("contentMediaType"));
    }

    /** Whether a schema's own keywords do. */
    static boolean areSaidBy(JsonNode schema) {
        return areSaidBy(
                schema.path("contentEncoding").asString(""),
                schema.path("contentMediaType").asString(""));
    }

    private static boolean areSaidBy(String encoding, String mediaType) {
        return encoding.equalsIgnoreCase("binary") || (encoding.isEmpty() && isBinary(mediaType));
    }

    /** Whether a media type, or the first of several, is neither text nor a structure that is written as text. */
    private static boolean isBinary(String mediaTypes) {
        String type = mediaTypes.split("[,;]", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean text = type.startsWith("text/") || type.startsWith("multipart/") || type.matches(TEXTUAL);
        return !type.isEmpty() && !type.startsWith("*") && !text;
    }
}
