package dev.countersign.openapi.schema;

import dev.countersign.openapi.schema.format.Budget;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One validation. Schemas that refer to themselves from several alternatives can ask the same question about the same
 * value exponentially often, so after a while answers are remembered, which bounds the work by the number of schemas
 * times the number of values. Ordinary validations end long before and never allocate the memory. What even so takes too
 * long exceeds the budget.
 */
final class Run {
    private static final int UNREMEMBERED_STEPS = 2_000;

    /** A large value has no need of memory: it is held against most schemas once. */
    private static final int MOST_ANSWERS = 100_000;

    private final Budget budget;
    private int steps;
    private int remembered;
    private @Nullable IdentityHashMap<Check, IdentityHashMap<JsonNode, Boolean>> answers;

    Run(Budget budget) {
        this.budget = budget;
    }

    Budget budget() {
        return budget;
    }

    void spend(int units) {
        budget.spend(units);
    }

    /** Gives up what is remembered, as it was about values that are not asked about again. */
    void forget() {
        steps = 0;
        remembered = 0;
        answers = null;
    }

    boolean holds(Check check, JsonNode value) {
        budget.spend(1);
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
            if (remembered++ < MOST_ANSWERS) {
                known.put(value, answer);
            }
        }
        return answer;
    }
}
