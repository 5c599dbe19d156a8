package dev.countersign.mock.state.scenario;

import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.Parameter.In;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that the expressions of one rule may use. Confined to the thread that reads the scenario. */
final class Vocabulary {
    private final Operation operation;
    private final Map<String, TokenTemplate> tokens;
    private final Set<String> names = new LinkedHashSet<>();

    /** @param tokens the tokens of the scenario by name */
    Vocabulary(Operation operation, Map<String, TokenTemplate> tokens) {
        this.operation = operation;
        this.tokens = new HashMap<>(tokens);
    }

    void add(String name) {
        names.add(name);
    }

    /** What was found and named so far. */
    Set<String> names() {
        return names;
    }

    Map<String, TokenTemplate> tokens() {
        return tokens;
    }

    Set<String> parameters(In in) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.in() == in)
                .map(Parameter::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
