package dev.countersign.verify.pact;

import dev.countersign.verify.cases.JsonDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where a pact does not say what it should. */
public final class PactDifference {
    private PactDifference() {}

    /**
     * What is wrong with each interaction that differs, by its description; empty when both pacts say the same.
     *
     * @param expected the pact as it should be, in JSON
     * @param actual the pact as it is
     */
    public static Map<String, List<String>> between(JsonNode expected, JsonNode actual) {
        Map<String, JsonNode> wanted = byDescription(expected);
        Map<String, JsonNode> found = byDescription(actual);
        Map<String, List<String>> differences = new LinkedHashMap<>();
        wanted.forEach((description, interaction) -> {
            JsonNode other = found.get(description);
            List<String> lines = other == null
                    ? List.of("there is no such interaction")
                    : new ArrayList<>(JsonDifference.between(said(interaction), said(other)));
            if (!lines.isEmpty()) {
                differences.put(description, lines);
            }
        });
        found.keySet().stream()
                .filter(description -> !wanted.containsKey(description))
                .forEach(description ->
                        differences.put(description, List.of("there is an interaction that is not documented")));
        return differences;
    }

    private static Map<String, JsonNode> byDescription(JsonNode pact) {
        Map<String, JsonNode> interactions = new LinkedHashMap<>();
        pact.path("interactions")
                .forEach(each -> interactions.put(each.path("description").asString(""), each));
        return interactions;
    }

    /** Without what only tells interactions apart. */
    private static JsonNode said(JsonNode interaction) {
        ObjectNode copy = interaction.deepCopy().asObject();
        copy.remove(List.of("key", "pending", "comments"));
        return copy;
    }
}
