package dev.countersign.mock.state.scenario;

import java.util.Map;
import java.util.Set;

/**
 * What a scenario defines beside its rules.
 *
 * @param collections by name
 * @param tokens by name
 * @param states the first state, and each that a rule leads to
 */
record Definitions(Map<String, ScenarioCollection> collections, Map<String, TokenTemplate> tokens, Set<String> states) {
    Definitions {
        collections = Map.copyOf(collections);
        tokens = Map.copyOf(tokens);
        states = Set.copyOf(states);
    }
}
