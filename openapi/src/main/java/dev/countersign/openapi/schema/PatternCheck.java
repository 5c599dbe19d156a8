package dev.countersign.openapi.schema;

import dev.countersign.openapi.schema.format.BoundedPattern;
import tools.jackson.databind.JsonNode;

/** {@code pattern}: matches anywhere in the string unless it is anchored. */
record PatternCheck(Origin origin, BoundedPattern pattern) implements Assertion {
    @Override
    public boolean accepts(JsonNode value) {
        return !value.isString() || pattern.matches(value.stringValue());
    }

    @Override
    public String message(JsonNode value) {
        return "must match the pattern " + Phrases.shortened(pattern.source());
    }
}
