package dev.countersign.openapi.schema;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One compiled rule. Asking and explaining are apart, because nearly all values fit and only the others are worth the
 * cost of pointers and messages. Immutable and thread-safe.
 */
interface Check {
    /** Whether the value fits; rules about another type than the value's always hold. */
    boolean holds(JsonNode value, Run run);

    /**
     * Asks the same of a value that is still text, and reads it: in parts where the rule can be held against them one by one,
     * else as a whole.
     *
     * @return the value's outline, which {@link #isOfOutline rules of outlines} can be held against; null when it does not fit
     */
    default @Nullable JsonNode outline(JsonParts text, Run run) {
        JsonNode value = text.tree();
        return holds(value, run) ? value : null;
    }

    /** Whether an array is judged by its size alone, and an object by its names: what is in them may be anything. */
    default boolean isOfOutline() {
        return false;
    }

    /** Adds what is wrong with the value; nothing when it fits. */
    void explain(JsonNode value, InstancePath at, Findings findings);

    /** Marks the parts of a fitting value that this rule has looked into (JSON Schema 2020-12 core, section 11). */
    default void mark(JsonNode value, Run run, Evaluated evaluated) {}
}
