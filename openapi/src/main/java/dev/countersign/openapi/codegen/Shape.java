package dev.countersign.openapi.codegen;

import dev.countersign.openapi.schema.EnumOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a schema says about Java, with its references followed and its {@code allOf} merged. Filled once by
 * {@link #of}, then only read.
 */
final class Shape {
    final Set<String> types = new LinkedHashSet<>();
    final Map<String, JsonNode> properties = new LinkedHashMap<>();
    final Set<String> required = new LinkedHashSet<>();
    final List<JsonNode> variants = new ArrayList<>();
    private final Map<String, JsonNode> keywords = new LinkedHashMap<>();
    boolean nullable;
    boolean secret;
    private boolean saysType;

    private final Document document;
    private final Set<String> followed = new HashSet<>();

    private Shape(Document document) {
        this.document = document;
    }

    static Shape of(JsonNode schema, Document document) {
        Shape shape = new Shape(document);
        shape.add(schema, true);
        if (shape.types.remove("null") && shape.saysType) {
            shape.nullable = true;
        }
        return shape;
    }

    boolean has(String keyword) {
        return keywords.containsKey(keyword);
    }

    /** What a keyword says; a missing node where it is not used. */
    JsonNode keyword(String name) {
        return keywords.getOrDefault(name, JsonNodeFactory.instance.missingNode());
    }

    String text(String keyword) {
        return keyword(keyword).isString() ? keyword(keyword).stringValue() : "";
    }

    boolean is(String type) {
        return types.size() == 1 && types.contains(type);
    }

    /** Adds the properties of a variant, none of which can be relied on to be there. */
    void addOptional(JsonNode variant) {
        Shape other = of(variant, document);
        other.properties.forEach(this::addProperty);
        if (other.properties.isEmpty()) {
            other.variants.forEach(this::addOptional);
        }
    }

    private void add(JsonNode schema, boolean outermost) {
        Optional<String> reference = Document.referenceOf(schema);
        if (reference.isPresent()) {
            if (followed.add(reference.get())) {
                add(document.follow(reference.get()), outermost);
            }
            if (schema.size() == 1) {
                return;
            }
        }
        if (!(schema instanceof ObjectNode object)) {
            return;
        }
        object.path("allOf").forEach(part -> add(part, false));
        addTypes(object);
        if (object.path("properties") instanceof ObjectNode own) {
            own.properties().forEach(entry -> addProperty(entry.getKey(), entry.getValue()));
        }
        object.path("required").forEach(name -> {
            if (name.isString() && !name.stringValue().isEmpty()) {
                required.add(name.stringValue());
            }
        });
        boolean parent = !outermost && object.has("discriminator");
        if (!parent) {
            object.path("oneOf").forEach(variants::add);
            object.path("anyOf").forEach(variants::add);
        }
        nullable |= object.path("nullable").asBoolean(false);
        secret |= object.path("x-secret").asBoolean(false)
                || object.path("format").asString("").equals("password");
        object.properties().forEach(entry -> {
            if (!parent || !entry.getKey().equals("discriminator")) {
                keywords.put(entry.getKey(), entry.getValue());
            }
        });
        if (EnumOptions.areOfItems(object)) {
            keywords.remove("enum");
        } else if (object.has("enum")) {
            keywords.put("enum", JsonNodeFactory.instance.arrayNode().addAll(EnumOptions.of(object)));
        }
    }

    private void addTypes(ObjectNode schema) {
        JsonNode type = schema.path("type");
        if (type.isString()) {
            types.add(type.stringValue());
            saysType = true;
        } else if (type.isArray()) {
            type.forEach(each -> types.add(each.asString("")));
            saysType = true;
        }
    }

    /** A property without a name is left to the additional ones: to Jackson, no name means any name. */
    private void addProperty(String name, JsonNode schema) {
        if (name.isEmpty()) {
            return;
        }
        JsonNode earlier = properties.get(name);
        if (earlier == null || earlier.equals(schema)) {
            properties.put(name, schema);
        } else {
            ObjectNode both = JsonNodeFactory.instance.objectNode();
            both.putArray("allOf").add(earlier).add(schema);
            properties.put(name, both);
        }
    }
}
