package dev.countersign.openapi.json;

import tools.jackson.databind.JsonNode;

/** A value as the key of a hash table, compared as JSON Schema does. */
public record JsonValue(JsonNode node) {
    @Override
    public boolean equals(Object other) {
        return other instanceof JsonValue value && JsonEquality.equal(node, value.node);
    }

    @Override
    public int hashCode() {
        return JsonEquality.hash(node);
    }
}
