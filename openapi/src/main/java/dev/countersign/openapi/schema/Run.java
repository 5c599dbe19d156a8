package dev.countersign.openapi.schema;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One validation. Schemas that refer to themselves from several alternatives can ask the same question about the same
 * value exponentially often, so after a while answers are remembered, which bounds the work by the number of schemas
 * times the number of values. Ordinary validations end long before and never allocate the memory.
 */
final class Run {
    private static final int UNREMEMBERED_STEPS = 2_000;

    private int steps;
    private @Nullable IdentityHashMap<Check, IdentityHashMap<JsonNode, Boolean>> answers;

    boolean holds(Check check, JsonNode value) {
        if (steps < UNREMEMBERED_STEPS) {
            steps++;
            return check.holds(value, this);
        }
        if (answers == null) {
            answers = new IdentityHashMap<>();
        }
        IdentityHashMap<JsonNode, Boolean> known = answers.computeIfAbsent(check, any -> new IdentityHashMap<>());
        Boolean answer = known.get(value);
        if (answer == null) {
            answer = check.holds(value, this);
            known.put(value, answer);
        }
        return answer;
    }
}
