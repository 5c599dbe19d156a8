package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.contract.SchemaWalk;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * By which values of which properties a schema is told apart from others (OAS 3.1 section 4.8.25): the keys of the mapping
 * that lead to it, else its name. The property need not be declared, and often is not.
 */
final class Discriminators {
    private final Document document;
    private final Subtypes subtypes;
    private final IdentityHashMap<JsonNode, Map<String, Set<String>>> bySchema = new IdentityHashMap<>();

    Discriminators(Contract contract, Document document, Subtypes subtypes) {
        this.document = document;
        this.subtypes = subtypes;
        SchemaWalk.visit(contract, schema -> {
            if (schema.node().path("discriminator").path("propertyName").isString()) {
                add(schema);
            }
        });
    }

    private void add(SchemaNode union) {
        JsonNode discriminator = union.node().path("discriminator");
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        discriminator
                .path("mapping")
                .properties()
                .forEach(entry -> keys.computeIfAbsent(
                                Document.nameOf(entry.getValue().asString("")), name -> new LinkedHashSet<>())
                        .add(entry.getKey()));
        Set<String> members = new LinkedHashSet<>(
                subtypes.of(union).stream().map(SchemaNode::name).toList());
        for (String keyword : new String[] {"oneOf", "anyOf"}) {
            union.child(keyword)
                    .elements()
                    .forEach(each -> each.referred().map(SchemaNode::name).ifPresent(members::add));
        }
        Optional.of(subtypes.nameOf(union)).filter(name -> !name.isEmpty()).ifPresent(members::add);
        String property = discriminator.path("propertyName").stringValue();
        for (String member : members) {
            JsonNode schema = document.component(member).node();
            bySchema.computeIfAbsent(schema, each -> new LinkedHashMap<>())
                    .computeIfAbsent(property, each -> new LinkedHashSet<>())
                    .addAll(keys.getOrDefault(member, Set.of(member)));
        }
    }

    /** The values by property; empty for a schema that nothing is told apart by. */
    Map<String, Set<String>> of(SchemaNode schema) {
        return bySchema.getOrDefault(schema.node(), Map.of());
    }

    /** Says the same of a schema that was made from another. */
    void copy(JsonNode from, JsonNode to) {
        if (bySchema.containsKey(from)) {
            bySchema.put(to, bySchema.get(from));
        }
    }
}
