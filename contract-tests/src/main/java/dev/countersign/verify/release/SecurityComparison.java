package dev.countersign.verify.release;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.SecurityRequirement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares which credentials an operation asks for. Schemes are told apart by what they demand, not by their names, which
 * never travel.
 */
final class SecurityComparison {
    private final JsonNode releasedSchemes;
    private final JsonNode currentSchemes;

    SecurityComparison(Contract released, Contract current) {
        releasedSchemes = released.document().path("components").path("securitySchemes");
        currentSchemes = current.document().path("components").path("securitySchemes");
    }

    void compare(Operation before, Operation after, Consumer<Finding> found) {
        List<Map<JsonNode, Set<String>>> old = alternatives(before, releasedSchemes);
        List<Map<JsonNode, Set<String>>> now = alternatives(after, currentSchemes);
        if (Set.copyOf(old).equals(Set.copyOf(now))) {
            return;
        }
        boolean breaks = old.stream().anyMatch(mine -> now.stream().noneMatch(theirs -> isEnough(mine, theirs)));
        String what = "the credentials are " + text(after) + ", and were " + text(before);
        found.accept(
                breaks
                        ? Finding.breaking("security", what, "send the new credentials")
                        : Finding.compatible("security", what, "nothing needs to change"));
    }

    private static boolean isEnough(Map<JsonNode, Set<String>> mine, Map<JsonNode, Set<String>> theirs) {
        return theirs.entrySet().stream()
                .allMatch(demand ->
                        mine.getOrDefault(demand.getKey(), Set.of("\u0000none")).containsAll(demand.getValue())
                                && mine.containsKey(demand.getKey()));
    }

    /** What is demanded, by alternative; a single empty one where nothing is. */
    private static List<Map<JsonNode, Set<String>>> alternatives(Operation operation, JsonNode schemes) {
        if (operation.security().isEmpty()) {
            return List.of(Map.of());
        }
        return operation.security().stream()
                .map(requirement -> demands(requirement, schemes))
                .toList();
    }

    private static Map<JsonNode, Set<String>> demands(SecurityRequirement requirement, JsonNode schemes) {
        Map<JsonNode, Set<String>> demands = new HashMap<>();
        requirement.schemes().forEach((name, scopes) -> demands.put(demand(schemes.path(name)), Set.copyOf(scopes)));
        return demands;
    }

    private static JsonNode demand(JsonNode scheme) {
        if (!(scheme.deepCopy() instanceof ObjectNode demand)) {
            return scheme;
        }
        demand.remove("description");
        demand.remove("bearerFormat");
        demand.path("flows").forEach(flow -> {
            if (flow instanceof ObjectNode writable) {
                writable.remove("scopes");
            }
        });
        return demand;
    }

    private static String text(Operation operation) {
        if (operation.security().isEmpty()) {
            return "none";
        }
        return operation.security().stream()
                .map(requirement -> requirement.schemes().isEmpty()
                        ? "none"
                        : requirement.schemes().entrySet().stream()
                                .map(scheme ->
                                        scheme.getKey() + (scheme.getValue().isEmpty() ? "" : scheme.getValue()))
                                .collect(Collectors.joining(" with ")))
                .collect(Collectors.joining(" or "));
    }
}
