package dev.countersign.mock.choose;

import dev.countersign.mock.validate.Validated;
import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Examples of one name belong together: when a request equals the named example of its body and parameters, and a response
 * has an example of that name, that response answers. So a contract can show that one email is known and another is not,
 * and the mock behaves accordingly without further settings. Of several that fit the one with a success wins.
 */
final class PairedExamples {
    private final List<Pairing> pairings;

    /**
     * A name that request and response share.
     *
     * @param parameters expected values by the parameter's pointer
     * @param bodies expected values of the body, one of which must be equal; empty when the body has no such example
     */
    record Pairing(String name, Statuses.Chosen chosen, Map<String, JsonValue> parameters, List<JsonValue> bodies) {
        boolean matches(Validated request) {
            for (Map.Entry<String, JsonValue> expected : parameters.entrySet()) {
                JsonNode actual = request.parameters().get(expected.getKey());
                if (actual == null || !expected.getValue().equals(new JsonValue(actual))) {
                    return false;
                }
            }
            return bodies.isEmpty()
                    || request.body().isPresent()
                            && bodies.contains(new JsonValue(request.body().get()));
        }
    }

    private PairedExamples(List<Pairing> pairings) {
        this.pairings = List.copyOf(pairings);
    }

    static PairedExamples of(Operation operation, Statuses statuses) {
        List<Pairing> pairings = new ArrayList<>();
        for (Statuses.Chosen chosen : statuses.all("the request equals the example of the same name")) {
            chosen.response().exampleNames().forEach(name -> {
                Map<String, JsonValue> parameters = parameters(operation, name);
                List<JsonValue> bodies = bodies(operation, name);
                if (!parameters.isEmpty() || !bodies.isEmpty()) {
                    pairings.add(new Pairing(name, chosen, parameters, bodies));
                }
            });
        }
        return new PairedExamples(pairings);
    }

    private static Map<String, JsonValue> parameters(Operation operation, String name) {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            value(parameter.examples(), name).ifPresent(value -> values.put(parameter.pointer(), value));
        }
        return values;
    }

    private static List<JsonValue> bodies(Operation operation, String name) {
        Set<JsonValue> values = new LinkedHashSet<>();
        operation
                .requestBody()
                .ifPresent(body -> body.content()
                        .forEach(type -> value(type.examples(), name)
                                .filter(value -> !value.node().isBinary())
                                .ifPresent(values::add)));
        return List.copyOf(values);
    }

    private static Optional<JsonValue> value(List<Example> examples, String name) {
        return examples.stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .flatMap(Example::value)
                .map(JsonValue::new);
    }

    /** The first pairing that the request fits, among those with a wanted status when one is asked for. */
    Optional<Pairing> find(Validated request, Optional<Integer> status) {
        for (Pairing pairing : pairings) {
            if ((status.isEmpty() || status.get() == pairing.chosen.status()) && pairing.matches(request)) {
                return Optional.of(pairing);
            }
        }
        return Optional.empty();
    }
}
