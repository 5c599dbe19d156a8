package dev.countersign.mock.state.scenario;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a value has to be like. Thread-safe. */
record Expected(List<Check> checks) {
    /** One thing that is said of a value, which is the missing node when there is none. */
    interface Check {
        boolean holds(JsonNode actual, Scope scope);
    }

    Expected {
        checks = List.copyOf(checks);
    }

    boolean fits(JsonNode actual, Scope scope) {
        for (Check check : checks) {
            if (!check.holds(actual, scope)) {
                return false;
            }
        }
        return true;
    }
}
