package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.EnumOptions;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a repair may add to a value or put in its place: the names and values that a schema and those inside it mention.
 *
 * @param names names of properties
 * @param values values at which some keyword decides one way or the other
 */
record RepairCandidates(Set<String> names, Set<JsonNode> values) {
    private static final int MOST_SCHEMAS = 1_000;
    private static final int MOST = 60;
    private static final Set<String> LIMITS =
            Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");

    static RepairCandidates of(SchemaNode schema) {
        RepairCandidates candidates = new RepairCandidates(new LinkedHashSet<>(), new LinkedHashSet<>());
        candidates.values.addAll(Changes.ODD);
        // What is near comes first, as it is nearly always enough.
        Set<String> seen = new HashSet<>();
        Deque<SchemaNode> next = new ArrayDeque<>(List.of(schema));
        while (!next.isEmpty() && seen.size() < MOST_SCHEMAS) {
            SchemaNode one = next.remove();
            if (one.node().isContainer() && seen.add(one.pointer())) {
                candidates.add(one.node());
                one.referred().ifPresent(next::add);
                next.addAll(one.node().isArray() ? one.elements() : one.members());
            }
        }
        candidates.names.add("property1");
        return candidates;
    }

    private void add(JsonNode node) {
        for (String keyword : List.of("enum", "const", "examples", "example", "default")) {
            addValues(keyword, node);
        }
        addStrings(node.path("required"));
        for (String keyword : List.of("properties", "dependentRequired", "dependentSchemas")) {
            node.path(keyword).propertyNames().forEach(this::addName);
        }
        node.path("dependentRequired").values().forEach(this::addStrings);
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (LIMITS.contains(entry.getKey()) && entry.getValue().isNumber()) {
                addAround(entry.getValue().decimalValue());
            }
        }
    }

    private void addValues(String keyword, JsonNode node) {
        switch (keyword) {
            case "enum" -> EnumOptions.of(node).forEach(this::addValue);
            case "examples" -> node.path(keyword).values().forEach(this::addValue);
            default -> {
                if (node.has(keyword)) {
                    addValue(node.path(keyword));
                }
            }
        }
    }

    private void addAround(BigDecimal limit) {
        if (Math.abs((long) limit.scale()) < MOST) {
            for (BigDecimal number : List.of(limit.subtract(BigDecimal.ONE), limit, limit.add(BigDecimal.ONE))) {
                addValue(NumberSamples.node(number));
            }
        }
    }

    private void addStrings(JsonNode names) {
        names.values().forEach(name -> addName(name.stringValue("")));
    }

    private void addName(String name) {
        if (!name.isEmpty() && names.size() < MOST) {
            names.add(name);
        }
    }

    private void addValue(JsonNode value) {
        if (values.size() < MOST) {
            values.add(value);
        }
    }
}
