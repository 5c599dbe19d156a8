package dev.countersign.openapi.schema;

import tools.jackson.databind.JsonNode;

/**
 * {@code minItems}, {@code maxItems}, {@code minProperties} and {@code maxProperties}, each its own rule.
 *
 * @param limit the number of items or properties
 * @param atMost whether the limit is the maximum
 * @param ofArrays whether items are counted, and not properties
 */
record Size(KeywordLocation location, int limit, boolean atMost, boolean ofArrays) implements Assertion {
    @Override
    public boolean accepts(JsonNode value) {
        if (ofArrays ? !value.isArray() : !value.isObject()) {
            return true;
        }
        return atMost ? value.size() <= limit : value.size() >= limit;
    }

    @Override
    public String message(JsonNode value) {
        return (atMost ? "must have at most " : "must have at least ")
                + Phrases.count(limit, ofArrays ? "item" : "property")
                + ", has "
                + value.size();
    }
}
