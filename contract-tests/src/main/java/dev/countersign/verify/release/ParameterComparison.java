package dev.countersign.verify.release;

import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Compares the parameters of an operation. Those of the path belong together by where they stand in it. */
final class ParameterComparison {
    private final MessageComparison requests;

    ParameterComparison(MessageComparison requests) {
        this.requests = requests;
    }

    void compare(Operation before, Operation after, Consumer<Finding> found) {
        Map<String, Parameter> old = byKey(before);
        Map<String, Parameter> now = byKey(after);
        old.forEach((key, parameter) -> {
            Parameter other = now.remove(key);
            if (other == null) {
                found.accept(Finding.breaking(place(parameter), "the parameter is gone", "stop sending it"));
            } else {
                compare(parameter, other, found);
            }
        });
        now.values()
                .forEach(parameter -> found.accept(
                        parameter.required()
                                ? Finding.breaking(place(parameter), "a new required parameter", "send it")
                                : Finding.compatible(place(parameter), "a new parameter", "you may send it")));
    }

    private void compare(Parameter before, Parameter after, Consumer<Finding> found) {
        String place = place(after);
        if (!before.required() && after.required()) {
            found.accept(Finding.breaking(place, "the parameter is required now", "always send it"));
        } else if (before.required() && !after.required()) {
            found.accept(Finding.compatible(place, "the parameter is optional now", "you may leave it out"));
        }
        if (before.style() != after.style()
                || before.explode() != after.explode()
                || before.allowReserved() != after.allowReserved()
                || before.content().isPresent() != after.content().isPresent()) {
            found.accept(Finding.breaking(place, "the parameter is written in another way", "write it the new way"));
        }
        if (before.allowEmptyValue() && !after.allowEmptyValue()) {
            found.accept(Finding.breaking(place, "the parameter must have a value now", "give it one"));
        }
        if (!before.deprecated() && after.deprecated()) {
            found.accept(Finding.compatible(place, "the parameter is deprecated now", "plan to do without it"));
        }
        requests.schema(place, before.schema(), after.schema(), found);
        requests.content(
                place,
                before.content().map(List::of).orElse(List.of()),
                after.content().map(List::of).orElse(List.of()),
                found);
    }

    private static Map<String, Parameter> byKey(Operation operation) {
        List<String> template = new ArrayList<>(List.of(operation.path().split("[{}]", -1)));
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            String name =
                    switch (parameter.in()) {
                        case PATH -> String.valueOf(template.indexOf(parameter.name()));
                        case HEADER -> parameter.name().toLowerCase(Locale.ROOT);
                        case QUERY, COOKIE -> parameter.name();
                    };
            parameters.putIfAbsent(parameter.in() + " " + name, parameter);
        }
        return parameters;
    }

    private static String place(Parameter parameter) {
        return parameter.in().name().toLowerCase(Locale.ROOT) + " parameter " + parameter.name();
    }
}
