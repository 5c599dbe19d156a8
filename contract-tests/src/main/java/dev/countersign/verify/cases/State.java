package dev.countersign.verify.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a provider must have set up before a case.
 *
 * @param name the pairing example's name, or {@code status 404} and the like for a lone one, unless the answer's
 *     {@code x-provider-state} says otherwise
 * @param parameters the parameters that {@code x-provider-state} gives
 */
public record State(String name, Map<String, JsonNode> parameters) {
    public State {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Reads {@code x-provider-state}: a name, or an object with {@code name} and {@code params}. */
    static State of(String example, int status, Answer answer) {
        String name = example.isEmpty() ? "status " + status : example;
        JsonNode declared = answer.extensions().getOrDefault("x-provider-state", MissingNode.getInstance());
        if (declared.isString()) {
            return new State(declared.asString(), Map.of());
        }
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        declared.path("params").properties().forEach(p -> parameters.put(p.getKey(), p.getValue()));
        return new State(declared.path("name").asString(name), parameters);
    }
}
