package dev.countersign.openapi.schema;

import tools.jackson.databind.JsonNode;

/** Accepts nothing: the schema {@code false}. */
record Never(KeywordLocation location) implements Assertion {
    @Override
    public boolean accepts(JsonNode value) {
        return false;
    }

    @Override
    public String message(JsonNode value) {
        return "is not allowed";
    }
}
