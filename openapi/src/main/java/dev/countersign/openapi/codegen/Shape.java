package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.EnumOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a schema says about Java, with its references followed and its {@code allOf} merged. Filled once by
 * {@link #of}, then only read; who adds to it does so in a {@link #copy}.
 */
final class Shape {
    final Set<String> types = new LinkedHashSet<>();
    final Map<String, SchemaNode> properties = new LinkedHashMap<>();
    final Set<String> required = new LinkedHashSet<>();
    final List<SchemaNode> variants = new ArrayList<>();
    private final Map<String, SchemaNode> keywords = new LinkedHashMap<>();
    boolean nullable;
    boolean secret;

    private final Document document;

    private Shape(Document document) {
        this.document = document;
    }

    /** What is still to be merged: all of a schema, or what it says itself. */
    private record Step(SchemaNode schema, boolean outermost, boolean itself) {}

    static Shape of(SchemaNode schema, Document document) {
        Shape shape = new Shape(document);
        Set<SchemaNode> followed = new HashSet<>();
        Deque<Step> open = new ArrayDeque<>(List.of(new Step(schema, true, false)));
        while (!open.isEmpty()) {
            Step step = open.pop();
            if (step.itself()) {
                shape.add(step.schema(), step.outermost());
                continue;
            }
            SchemaNode here = document.end(step.schema());
            boolean again = !here.equals(step.schema()) && !followed.add(here);
            if (here.node().isObject() && !again) {
                open.push(new Step(here, step.outermost(), true));
                List<SchemaNode> parts = new ArrayList<>(here.child("allOf").elements());
                Collections.reverse(parts);
                parts.forEach(part -> open.push(new Step(part, false, false)));
                document.followed(here)
                        .filter(followed::add)
                        .ifPresent(target -> open.push(new Step(target, step.outermost(), false)));
            }
        }
        shape.types.remove("null");
        return shape;
    }

    Shape copy() {
        Shape copy = new Shape(document);
        copy.types.addAll(types);
        copy.properties.putAll(properties);
        copy.required.addAll(required);
        copy.variants.addAll(variants);
        copy.keywords.putAll(keywords);
        copy.nullable = nullable;
        copy.secret = secret;
        return copy;
    }

    boolean has(String keyword) {
        return keywords.containsKey(keyword);
    }

    /** What a keyword says; a missing node where it is not used. */
    JsonNode keyword(String name) {
        SchemaNode said = keywords.get(name);
        return said == null ? MissingNode.getInstance() : said.node();
    }

    /** The schema under a keyword; one that says nothing where there is none. */
    SchemaNode schema(String keyword) {
        SchemaNode said = keywords.get(keyword);
        return said == null ? SchemaNode.anything("") : said;
    }

    String text(String keyword) {
        return keyword(keyword).isString() ? keyword(keyword).stringValue() : "";
    }

    boolean is(String type) {
        return types.size() == 1 && types.contains(type);
    }

    /** Adds the properties of a variant, or of its own variants, none of which can be relied on to be there. */
    void addOptional(SchemaNode variant) {
        Set<Shape> seen = new HashSet<>();
        Deque<SchemaNode> open = new ArrayDeque<>(List.of(variant));
        while (!open.isEmpty()) {
            Shape other = document.shape(open.pop());
            if (seen.add(other)) {
                other.properties.forEach(this::addProperty);
                if (other.properties.isEmpty()) {
                    for (int i = other.variants.size() - 1; i >= 0; i--) {
                        open.push(other.variants.get(i));
                    }
                }
            }
        }
    }

    /** Adds what a schema says itself. */
    private void add(SchemaNode schema, boolean outermost) {
        ObjectNode node = (ObjectNode) schema.node();
        addTypes(node.path("type"));
        schema.child("properties").members().forEach(each -> addProperty(each.name(), each));
        node.path("required").forEach(name -> {
            if (name.isString() && !name.stringValue().isEmpty()) {
                required.add(name.stringValue());
            }
        });
        boolean parent = !outermost && node.has("discriminator");
        if (!parent) {
            variants.addAll(schema.child("oneOf").elements());
            variants.addAll(schema.child("anyOf").elements());
        }
        nullable |= saysNull(node);
        secret |= node.path("x-secret").asBoolean(false)
                || node.path("format").asString("").equals("password");
        for (SchemaNode keyword : schema.members()) {
            if (!parent || !keyword.name().equals("discriminator")) {
                keywords.put(keyword.name(), keyword);
            }
        }
        if (EnumOptions.areOfItems(node)) {
            keywords.remove("enum");
        } else if (node.has("enum")) {
            keywords.put(
                    "enum",
                    schema.insteadOf(JsonNodeFactory.instance.arrayNode().addAll(EnumOptions.of(node))));
        }
    }

    /** Whether a schema says itself that null is a value. */
    static boolean saysNull(JsonNode schema) {
        return schema.path("nullable").asBoolean(false)
                || schema.path("type").asString("").equals("null")
                || schema.path("type")
                        .valueStream()
                        .anyMatch(type -> type.asString("").equals("null"));
    }

    private void addTypes(JsonNode type) {
        if (type.isString()) {
            types.add(type.stringValue());
        } else if (type.isArray()) {
            type.forEach(each -> types.add(each.asString("")));
        }
    }

    /** A property without a name is left to the additional ones: to Jackson, no name means any name. */
    private void addProperty(String name, SchemaNode schema) {
        if (name.isEmpty()) {
            return;
        }
        SchemaNode earlier = properties.get(name);
        if (earlier == null || earlier.node().equals(schema.node())) {
            properties.put(name, schema);
        } else {
            ObjectNode both = JsonNodeFactory.instance.objectNode();
            both.putArray("allOf").add(earlier.node()).add(schema.node());
            properties.put(name, schema.insteadOf(both));
        }
    }
}
