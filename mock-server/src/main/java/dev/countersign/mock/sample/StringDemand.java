package dev.countersign.mock.sample;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What is demanded of a string. */
final class StringDemand {
    final List<String> patterns = new ArrayList<>();
    int least;
    int most = Integer.MAX_VALUE;
    String format = "";
    boolean isMentioned;

    void add(JsonNode schema) {
        least = Math.max(least, Counts.of(schema, "minLength", 0));
        most = Math.min(most, Counts.of(schema, "maxLength", Integer.MAX_VALUE));
        if (schema.path("pattern").isString()) {
            patterns.add(schema.path("pattern").stringValue());
        }
        boolean encoded = schema.path("contentEncoding").stringValue("").equals("base64");
        String named = encoded ? "byte" : schema.path("format").stringValue("");
        if (!named.isEmpty()) {
            format = named;
        }
        isMentioned |= schema.has("minLength") || schema.has("maxLength") || schema.has("pattern") || !named.isEmpty();
    }
}
