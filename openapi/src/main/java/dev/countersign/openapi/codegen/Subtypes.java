package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Which component schemas extend one that has a {@code discriminator} but names no alternatives: those that take it into
 * their {@code allOf} (OAS 3.1 section 4.8.25).
 */
final class Subtypes {
    private final IdentityHashMap<JsonNode, List<SchemaNode>> byBase = new IdentityHashMap<>();
    private final IdentityHashMap<JsonNode, String> names = new IdentityHashMap<>();
    private final Set<JsonNode> subtypes = Collections.newSetFromMap(new IdentityHashMap<>());

    Subtypes(Document document) {
        IdentityHashMap<JsonNode, List<SchemaNode>> direct = new IdentityHashMap<>();
        for (SchemaNode component : document.components()) {
            for (SchemaNode part : component.child("allOf").elements()) {
                document.followed(part)
                        .ifPresent(base -> direct.computeIfAbsent(base.node(), ignored -> new ArrayList<>())
                                .add(component));
            }
        }
        for (SchemaNode component : document.components()) {
            List<SchemaNode> found = isBase(component.node()) ? descendants(component, direct) : List.of();
            found.forEach(subtype -> subtypes.add(subtype.node()));
            if (!found.isEmpty()) {
                byBase.put(component.node(), found);
                names.put(component.node(), component.name());
            }
        }
    }

    private static boolean isBase(JsonNode schema) {
        return schema.path("discriminator").path("propertyName").isString()
                && schema.path("oneOf").isEmpty()
                && schema.path("anyOf").isEmpty();
    }

    private static List<SchemaNode> descendants(SchemaNode base, IdentityHashMap<JsonNode, List<SchemaNode>> direct) {
        List<SchemaNode> found = new ArrayList<>();
        Set<SchemaNode> seen = new HashSet<>(Set.of(base));
        Deque<SchemaNode> open = new ArrayDeque<>(List.of(base));
        while (!open.isEmpty()) {
            for (SchemaNode subtype : direct.getOrDefault(open.pop().node(), List.of())) {
                if (seen.add(subtype)) {
                    found.add(subtype);
                    open.add(subtype);
                }
            }
        }
        return found;
    }

    /** The schemas that extend a base, in the document's order; none for any other schema. */
    List<SchemaNode> of(SchemaNode schema) {
        return byBase.getOrDefault(schema.node(), List.of());
    }

    /** What the document calls a base that other schemas extend; empty for any other schema. */
    String nameOf(SchemaNode schema) {
        return names.getOrDefault(schema.node(), "");
    }

    /** Whether a schema extends such a base, and so is a type of its own even where it adds nothing. */
    boolean contains(SchemaNode schema) {
        return subtypes.contains(schema.node());
    }
}
