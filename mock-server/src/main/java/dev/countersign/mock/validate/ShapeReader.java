package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.PercentEncoding;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Reads the shape off a schema, through references and combinations, a few levels deep: text on the wire is flat. */
final class ShapeReader {
    private static final int DEEPEST = 4;
    private static final int MOST_REFERENCES = 24;

    private static final List<String> COMBINATIONS = List.of("allOf", "oneOf", "anyOf");

    private final JsonNode document;

    ShapeReader(JsonNode document) {
        this.document = document;
    }

    Shape shape(JsonNode schema) {
        return shape(schema, 0, 0);
    }

    /** The types that a value itself may have, without what is inside it. */
    Shape flat(JsonNode schema) {
        return shape(schema, DEEPEST, 0);
    }

    JsonNode document() {
        return document;
    }

    /** The schema of a property, wherever a branch names it; missing when none does. */
    JsonNode property(JsonNode schema, String name) {
        return property(schema, name, 0);
    }

    private JsonNode property(JsonNode schema, String name, int references) {
        JsonNode found = schema.path("properties").path(name);
        if (found.isMissingNode()
                && references <= MOST_REFERENCES
                && schema.path("$ref").isString()) {
            found = property(target(schema.path("$ref").stringValue()), name, references + 1);
        }
        for (String combination : COMBINATIONS) {
            for (JsonNode branch : schema.path(combination)) {
                found = found.isMissingNode() && references <= MOST_REFERENCES
                        ? property(branch, name, references + 1)
                        : found;
            }
        }
        return found;
    }

    private Shape shape(JsonNode schema, int depth, int references) {
        if (!schema.isObject() || depth > DEEPEST || references > MOST_REFERENCES) {
            return Shape.UNKNOWN;
        }
        Shape shape = own(schema, depth);
        JsonNode reference = schema.path("$ref");
        if (reference.isString()) {
            shape = shape.or(shape(target(reference.stringValue()), depth, references + 1));
        }
        for (String combination : COMBINATIONS) {
            for (JsonNode branch : schema.path(combination)) {
                shape = shape.or(shape(branch, depth, references + 1));
            }
        }
        return shape;
    }

    private JsonNode target(String reference) {
        if (!reference.startsWith("#/")) {
            return document.path("");
        }
        return document.at(JsonPointer.compile(PercentEncoding.decode(reference.substring(1))));
    }

    private Shape own(JsonNode schema, int depth) {
        Map<String, Shape> properties = new LinkedHashMap<>();
        if (schema.path("properties").isObject()) {
            schema.path("properties")
                    .properties()
                    .forEach(entry -> properties.put(entry.getKey(), shape(entry.getValue(), depth + 1, 0)));
        }
        Optional<Shape> items =
                schema.has("items") ? Optional.of(shape(schema.path("items"), depth + 1, 0)) : Optional.empty();
        JsonNode others = schema.path("additionalProperties");
        Optional<Shape> additional = others.isObject() ? Optional.of(shape(others, depth + 1, 0)) : Optional.empty();
        return new Shape(types(schema), items, properties, additional);
    }

    private static Set<Shape.Type> types(JsonNode schema) {
        Set<Shape.Type> types = EnumSet.noneOf(Shape.Type.class);
        JsonNode declared = schema.path("type");
        if (declared.isString()) {
            Shape.Type.of(declared.stringValue()).ifPresent(types::add);
        }
        declared.forEach(type -> Shape.Type.of(type.asString("")).ifPresent(types::add));
        if (schema.path("nullable").asBoolean(false)) {
            types.add(Shape.Type.NULL);
        }
        if (declared.isMissingNode()) {
            implied(schema, types);
        }
        return types;
    }

    /** Schemas without a type still give it away. */
    private static void implied(JsonNode schema, Set<Shape.Type> types) {
        schema.path("enum").forEach(value -> types.add(Shape.Type.of(value)));
        if (schema.has("const")) {
            types.add(Shape.Type.of(schema.path("const")));
        }
        if (schema.has("minimum") || schema.has("maximum") || schema.has("multipleOf")) {
            types.add(Shape.Type.NUMBER);
        }
        if (schema.has("items") || schema.has("minItems") || schema.has("maxItems") || schema.has("prefixItems")) {
            types.add(Shape.Type.ARRAY);
        }
        if (schema.has("properties") || schema.has("required") || schema.has("additionalProperties")) {
            types.add(Shape.Type.OBJECT);
        }
    }
}
