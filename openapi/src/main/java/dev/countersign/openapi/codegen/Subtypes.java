package dev.countersign.openapi.codegen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Which component schemas extend one that has a {@code discriminator} but names no alternatives: those that take it into
 * their {@code allOf} (OAS 3.1 section 4.8.25).
 */
final class Subtypes {
    private final IdentityHashMap<JsonNode, List<String>> byBase = new IdentityHashMap<>();
    private final IdentityHashMap<JsonNode, String> names = new IdentityHashMap<>();
    private final IdentityHashMap<JsonNode, Boolean> subtypes = new IdentityHashMap<>();

    Subtypes(Document document) {
        IdentityHashMap<JsonNode, List<String>> direct = new IdentityHashMap<>();
        Map<String, JsonNode> components = new LinkedHashMap<>();
        document.schemas().properties().forEach(entry -> {
            String reference = Document.reference(entry.getKey());
            components.put(reference, entry.getValue());
            for (JsonNode part : entry.getValue().path("allOf")) {
                Document.referenceOf(part)
                        .map(document::follow)
                        .ifPresent(base -> direct.computeIfAbsent(base, ignored -> new ArrayList<>())
                                .add(reference));
            }
        });
        for (Map.Entry<String, JsonNode> component : document.schemas().properties()) {
            String name = component.getKey();
            JsonNode schema = component.getValue();
            if (isBase(schema)) {
                List<String> found = descendants(Document.reference(name), direct, components);
                found.forEach(reference -> subtypes.put(components.get(reference), true));
                if (!found.isEmpty()) {
                    byBase.put(schema, found);
                    names.put(schema, name);
                }
            }
        }
    }

    private static boolean isBase(JsonNode schema) {
        return schema.path("discriminator").path("propertyName").isString()
                && schema.path("oneOf").isEmpty()
                && schema.path("anyOf").isEmpty();
    }

    private static List<String> descendants(
            String base, IdentityHashMap<JsonNode, List<String>> direct, Map<String, JsonNode> components) {
        List<String> found = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(base));
        Deque<JsonNode> open = new ArrayDeque<>(List.of(components.get(base)));
        while (!open.isEmpty()) {
            for (String reference : direct.getOrDefault(open.pop(), List.of())) {
                JsonNode subtype = components.get(reference);
                if (subtype != null && seen.add(reference)) {
                    found.add(reference);
                    open.add(subtype);
                }
            }
        }
        return found;
    }

    /** References to the schemas that extend a base, in the document's order; empty for any other schema. */
    List<String> of(JsonNode schema) {
        return byBase.getOrDefault(schema, List.of());
    }

    /** What the document calls a base that other schemas extend; empty for any other schema. */
    String nameOf(JsonNode schema) {
        return names.getOrDefault(schema, "");
    }

    /** Whether a schema extends such a base, and so is a type of its own even where it adds nothing. */
    boolean contains(JsonNode schema) {
        return subtypes.containsKey(schema);
    }
}
