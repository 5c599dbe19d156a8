package dev.countersign.openapi.schema;

import tools.jackson.databind.JsonNode;

/**
 * One compiled rule. Asking and explaining are apart, because nearly all values fit and only the others are worth the
 * cost of pointers and messages. Immutable and thread-safe.
 */
interface Check {
    /** Whether the value fits; rules about another type than the value's always hold. */
    boolean holds(JsonNode value, Run run);

    /** Adds what is wrong with the value; nothing when it fits. */
    void explain(JsonNode value, InstancePath at, Findings findings);

    /** Marks the parts of a fitting value that this rule has looked into (JSON Schema 2020-12 core, section 11). */
    default void mark(JsonNode value, Run run, Evaluated evaluated) {}
}
