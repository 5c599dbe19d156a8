package dev.countersign.openapi.contract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The keywords of a schema that apply further schemas to the same value (JSON Schema 2020-12 core, sections 8.2.3 and 10.2).
 */
final class InPlaceApplicators {
    private static final List<String> REFERENCES = List.of("$ref", "$dynamicRef");
    private static final List<String> COMBINATIONS = List.of("allOf", "oneOf", "anyOf");
    private static final List<String> CONDITIONS = List.of("if", "then", "else", "not");

    private InPlaceApplicators() {}

    static List<SchemaNode> references(SchemaNode schema) {
        List<SchemaNode> references = new ArrayList<>(2);
        for (String keyword : REFERENCES) {
            JsonNode reference = schema.node().path(keyword);
            if (reference.isString()) {
                schema.resolve(reference.stringValue()).ifPresent(references::add);
            }
        }
        return references;
    }

    /** What the schema refers to, and what it combines. */
    static List<SchemaNode> unconditional(SchemaNode schema) {
        List<SchemaNode> parts = references(schema);
        if (!schema.isReference()) {
            for (String keyword : COMBINATIONS) {
                if (schema.node().has(keyword)) {
                    parts.addAll(schema.child(keyword).elements());
                }
            }
        }
        return parts;
    }

    /** The same, and what applies under a condition. */
    static List<SchemaNode> withConditions(SchemaNode schema) {
        List<SchemaNode> parts = new ArrayList<>(schema.parts());
        if (!schema.isReference()) {
            for (String keyword : CONDITIONS) {
                if (schema.node().has(keyword)) {
                    parts.add(schema.child(keyword));
                }
            }
            if (schema.node().has("dependentSchemas")) {
                parts.addAll(schema.child("dependentSchemas").members());
            }
        }
        return parts;
    }

    /** These schemas and all that they lead to, each once and followed by its own; those that are no objects say nothing. */
    static List<SchemaNode> closure(List<SchemaNode> start, Function<SchemaNode, List<SchemaNode>> parts) {
        Set<SchemaNode> found = new LinkedHashSet<>();
        Deque<SchemaNode> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            SchemaNode schema = open.pop();
            if (schema.node().isObject() && found.add(schema)) {
                List<SchemaNode> next = parts.apply(schema);
                for (int i = next.size() - 1; i >= 0; i--) {
                    open.push(next.get(i)); // The first one lies on top, and is looked at next.
                }
            }
        }
        return List.copyOf(found);
    }
}
