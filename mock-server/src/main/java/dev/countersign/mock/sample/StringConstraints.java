package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The constraints of a string. */
final class StringConstraints {
    final List<String> patterns = new ArrayList<>();
    int least;
    int most = Integer.MAX_VALUE;
    String format = "";
    boolean isMentioned;

    /** What the text is to hold as JSON (JSON Schema validation section 8.5); absent for usual texts. */
    Optional<SchemaNode> content = Optional.empty();

    void add(SchemaNode node) {
        JsonNode schema = node.node();
        least = Math.max(least, Counts.of(schema, "minLength", 0));
        most = Math.min(most, Counts.of(schema, "maxLength", Integer.MAX_VALUE));
        if (schema.path("pattern").isString()) {
            patterns.add(schema.path("pattern").stringValue());
        }
        String mediaType = schema.path("contentMediaType").stringValue("");
        if (schema.has("contentSchema") && (mediaType.endsWith("/json") || mediaType.endsWith("+json"))) {
            content = Optional.of(node.child("contentSchema"));
            isMentioned = true;
        }
        boolean encoded = schema.path("contentEncoding").stringValue("").equals("base64");
        String named = encoded ? "byte" : schema.path("format").stringValue("");
        if (!named.isEmpty()) {
            format = named;
        }
        isMentioned |= schema.has("minLength") || schema.has("maxLength") || schema.has("pattern") || !named.isEmpty();
    }
}
