package dev.countersign.openapi.schema;

import tools.jackson.databind.JsonNode;

/** A rule about the value alone, without subschemas. */
interface Assertion extends Check {
    KeywordLocation location();

    boolean accepts(JsonNode value);

    /** What is wrong with a value that is not accepted. */
    String message(JsonNode value);

    @Override
    default boolean isOfOutline() {
        return true;
    }

    @Override
    default boolean holds(JsonNode value, Run run) {
        return accepts(value);
    }

    @Override
    default void explain(JsonNode value, InstancePath at, Findings findings) {
        if (!accepts(value)) {
            findings.add(at, location(), message(value));
        }
    }
}
