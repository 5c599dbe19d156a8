package dev.countersign.verify.mutation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Ways in which a pact file can come to say something else. */
public final class PactChanges {
    private PactChanges() {}

    /**
     * One way.
     *
     * @param field the name of the field that is changed; empty where it is none
     * @param change changes a copy of the pact
     */
    public record Change(String field, Consumer<ObjectNode> change) {}

    /** Each that is possible in this pact, by what is wrong then. */
    public static Map<String, Change> all(JsonNode pact) {
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put(
                "an interaction less", new Change("", copy -> interactions(copy).remove(0)));
        changes.put(
                "an interaction more",
                new Change(
                        "",
                        copy -> interactions(copy)
                                .add(interactions(copy)
                                        .get(0)
                                        .deepCopy()
                                        .asObject()
                                        .put("description", "a mutant"))));
        changes.put(
                "another status",
                new Change("", copy -> message(copy, 0, "response").put("status", 299)));
        changes.put(
                "another path",
                new Change("", copy -> message(copy, 0, "request").put("path", "/mutant")));
        changes.put(
                "another method",
                new Change("", copy -> message(copy, 0, "request").put("method", "MUTANT")));
        changes.put(
                "another state",
                new Change(
                        "",
                        copy -> interactions(copy)
                                .get(0)
                                .asObject()
                                .putArray("providerStates")
                                .addObject()
                                .put("name", "mutant")));
        field(pact, "request", changes);
        field(pact, "response", changes);
        first(pact, "response", message -> !message.path("matchingRules").isEmpty())
                .ifPresent(at -> changes.put(
                        "no rules for an answer",
                        new Change("", copy -> message(copy, at, "response").remove("matchingRules"))));
        return changes;
    }

    private static void field(JsonNode pact, String which, Map<String, Change> changes) {
        first(pact, which, message -> !body(message).isEmpty() && body(message).isObject())
                .ifPresent(at -> {
                    String field = body(message(pact, at, which))
                            .propertyNames()
                            .iterator()
                            .next();
                    BiConsumer<String, Consumer<ObjectNode>> add = (name, change) -> changes.put(
                            "\"" + field + "\" of a " + which + " " + name,
                            new Change(
                                    field,
                                    copy -> change.accept(
                                            body(message(copy, at, which)).asObject())));
                    add.accept("renamed", body -> body.set(field + "Mutant", body.remove(field)));
                    add.accept("left out", body -> body.remove(field));
                    add.accept(
                            "with another value", body -> body.putArray(field).add("mutant"));
                });
    }

    private static Optional<Integer> first(JsonNode pact, String which, Predicate<JsonNode> suits) {
        return Stream.iterate(0, i -> i < pact.path("interactions").size(), i -> i + 1)
                .filter(i -> suits.test(message(pact, i, which)))
                .findFirst();
    }

    private static ArrayNode interactions(ObjectNode pact) {
        return (ArrayNode) pact.path("interactions");
    }

    private static ObjectNode message(JsonNode pact, int at, String which) {
        return pact.path("interactions").path(at).path(which).asObject();
    }

    private static JsonNode body(JsonNode message) {
        return message.path("body").path("content");
    }
}
