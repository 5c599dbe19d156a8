package dev.countersign.mock.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The values that the author of a document offers in the schemas that apply to one value: examples, and after them
 * defaults. What a schema offers as a whole counts more than what its parts do; what parts offer is merged.
 */
final class Offers {
    /**
     * What one schema offers.
     *
     * @param values the best first
     * @param from the first of the groups of properties that the schema and its parts declare
     * @param to the one after the last
     */
    private record Offer(List<JsonNode> values, int from, int to) {}

    /**
     * A value to start from.
     *
     * @param values of one kind, the best first
     * @param open properties of which the values say nothing, because other schemas declare them
     */
    record Candidate(List<JsonNode> values, Set<String> open) {
        boolean isWhole() {
            return open.isEmpty();
        }
    }

    private final List<Offer> examples = new ArrayList<>();
    private final List<Offer> defaults = new ArrayList<>();

    /** Adds what a schema offers, after its parts have been added. */
    void add(JsonNode schema, int from, int to) {
        List<JsonNode> values = new ArrayList<>();
        if (schema.has("example")) {
            values.add(schema.path("example"));
        }
        if (schema.path("examples").isArray()) {
            values.addAll(schema.path("examples").values());
        }
        if (!values.isEmpty()) {
            examples.add(new Offer(values, from, to));
        }
        if (schema.has("default")) {
            defaults.add(new Offer(List.of(schema.path("default")), from, to));
        }
    }

    boolean isEmpty() {
        return examples.isEmpty() && defaults.isEmpty();
    }

    /** The values to start from, the best first. */
    List<Candidate> candidates(Constraints constraints) {
        List<Candidate> candidates = new ArrayList<>();
        merged(constraints, candidates);
        for (List<Offer> offers : List.of(examples, defaults)) {
            for (int index = offers.size() - 1; index >= 0; index--) {
                Offer offer = offers.get(index);
                candidates.add(new Candidate(offer.values, open(constraints, List.of(offer))));
            }
        }
        return candidates;
    }

    /** Where no example stands for the whole, those of the parts together do, and defaults fill what they leave out. */
    private void merged(Constraints constraints, List<Candidate> candidates) {
        List<Offer> best = examples.isEmpty() ? defaults : examples;
        if (best.isEmpty()
                || open(constraints, List.of(best.get(best.size() - 1))).isEmpty()) {
            return;
        }
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        boolean any = false;
        for (List<Offer> offers : List.of(defaults, examples)) {
            for (Offer offer : offers) {
                JsonNode value = offer.values.get(0);
                any |= value.isObject();
                overlay(merged, value);
            }
        }
        if (any) {
            candidates.add(new Candidate(List.of(merged), open(constraints, examples)));
        }
    }

    private static void overlay(ObjectNode target, JsonNode value) {
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            JsonNode before = target.path(field.getKey());
            if (before instanceof ObjectNode object && field.getValue().isObject()) {
                overlay(object, field.getValue());
            } else {
                target.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }

    private static Set<String> open(Constraints constraints, List<Offer> offers) {
        Set<String> open = new HashSet<>();
        Set<String> closed = new HashSet<>();
        for (int index = 0; index < constraints.object.groups.size(); index++) {
            int group = index;
            boolean spoken = offers.stream().anyMatch(offer -> offer.from <= group && group < offer.to);
            (spoken ? closed : open)
                    .addAll(constraints.object.groups.get(group).named().keySet());
        }
        open.removeAll(closed);
        return open;
    }
}
