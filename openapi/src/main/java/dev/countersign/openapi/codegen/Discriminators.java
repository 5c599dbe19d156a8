package dev.countersign.openapi.codegen;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * By which values of which properties a schema is told apart from others (OAS 3.1 section 4.8.25): the keys of the mapping
 * that lead to it, else its name. The property need not be declared, and often is not.
 */
final class Discriminators {
    private final Document document;
    private final Subtypes subtypes;
    private final IdentityHashMap<JsonNode, Map<String, Set<String>>> bySchema = new IdentityHashMap<>();

    Discriminators(Document document, Subtypes subtypes) {
        this.document = document;
        this.subtypes = subtypes;
        Set<JsonNode> seen = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<JsonNode> open = new ArrayDeque<>(Set.of(document.root()));
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            if (node.isContainer() && seen.add(node)) {
                if (node.path("discriminator").path("propertyName").isString()) {
                    add((ObjectNode) node);
                }
                node.forEach(open::add);
            }
        }
    }

    private void add(ObjectNode union) {
        JsonNode discriminator = union.path("discriminator");
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        discriminator
                .path("mapping")
                .properties()
                .forEach(entry -> keys.computeIfAbsent(
                                Document.nameOf(entry.getValue().asString("")), name -> new LinkedHashSet<>())
                        .add(entry.getKey()));
        Set<String> members = new LinkedHashSet<>(
                subtypes.of(union).stream().map(Document::nameOf).toList());
        for (String keyword : new String[] {"oneOf", "anyOf"}) {
            union.path(keyword)
                    .forEach(each ->
                            Document.referenceOf(each).map(Document::nameOf).ifPresent(members::add));
        }
        Optional.of(subtypes.nameOf(union)).filter(name -> !name.isEmpty()).ifPresent(members::add);
        String property = discriminator.path("propertyName").stringValue();
        for (String member : members) {
            JsonNode schema = document.schemas().path(member);
            bySchema.computeIfAbsent(schema, each -> new LinkedHashMap<>())
                    .computeIfAbsent(property, each -> new LinkedHashSet<>())
                    .addAll(keys.getOrDefault(member, Set.of(member)));
        }
    }

    /** The values by property; empty for a schema that nothing is told apart by. */
    Map<String, Set<String>> of(JsonNode schema) {
        return bySchema.getOrDefault(schema, Map.of());
    }

    /** Says the same of a schema that was made from another. */
    void copy(JsonNode from, JsonNode to) {
        if (bySchema.containsKey(from)) {
            bySchema.put(to, bySchema.get(from));
        }
    }
}
