package dev.countersign.verify.release;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Keywords that bound a value from above or below. */
final class Limit {
    static final Set<String> UPPER = Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");
    static final Set<String> LOWER = Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");

    private Limit() {}

    static boolean isLimit(String keyword) {
        return UPPER.contains(keyword) || LOWER.contains(keyword);
    }

    static JsonNode stricter(String keyword, JsonNode one, JsonNode other) {
        boolean oneIsLess = one.decimalValue().compareTo(other.decimalValue()) < 0;
        return oneIsLess == UPPER.contains(keyword) ? one : other;
    }

    /** What another bound does to the values; a missing one bounds nothing. */
    static Effect effect(String keyword, JsonNode before, JsonNode after) {
        if (before.isNumber() && after.isNumber()) {
            int step = before.decimalValue().compareTo(after.decimalValue());
            boolean lower = UPPER.contains(keyword) ? step > 0 : step < 0;
            return step == 0 ? Effect.NONE : lower ? Effect.NARROWER : Effect.WIDER;
        }
        return before.isNumber() ? Effect.WIDER : after.isNumber() ? Effect.NARROWER : Effect.NONE;
    }
}
