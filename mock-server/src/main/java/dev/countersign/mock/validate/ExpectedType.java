package dev.countersign.mock.validate;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The types that a schema lets a value have. Text on the wire has none of its own: the expected type says what {@code 5} means.
 * What lies inside is read when it is asked for, as schemas may hold themselves. Thread-safe.
 */
final class ExpectedType {
    static final ExpectedType UNKNOWN = new ExpectedType(new ExpectedTypes(), List.of());

    /** JSON Schema's types. */
    enum Type {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        NULL,
        ARRAY,
        OBJECT;

        static Optional<Type> of(String name) {
            for (Type type : values()) {
                if (type.name().equalsIgnoreCase(name)) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }

        static Type of(JsonNode value) {
            return switch (value.getNodeType()) {
                case ARRAY -> ARRAY;
                case OBJECT, POJO -> OBJECT;
                case BOOLEAN -> BOOLEAN;
                case NULL, MISSING -> NULL;
                case NUMBER -> value.isIntegralNumber() ? INTEGER : NUMBER;
                default -> STRING;
            };
        }
    }

    private final ExpectedTypes reader;
    private final List<SchemaNode> schemas;
    private final Set<Type> types = EnumSet.noneOf(Type.class);
    private volatile @Nullable Map<String, ExpectedType> properties;

    /**
     * Reads what lies on the surface.
     *
     * @param reader knows the types of what lies inside
     * @param schemas every schema that speaks of the value
     */
    ExpectedType(ExpectedTypes reader, List<SchemaNode> schemas) {
        this.reader = reader;
        this.schemas = schemas;
        schemas.forEach(schema -> addTypes(schema.node()));
    }

    private void addTypes(JsonNode schema) {
        JsonNode declared = schema.path("type");
        if (declared.isString()) {
            Type.of(declared.stringValue()).ifPresent(types::add);
        }
        declared.forEach(type -> Type.of(type.asString("")).ifPresent(types::add));
        if (schema.path("nullable").asBoolean(false)) {
            types.add(Type.NULL);
        }
        if (declared.isMissingNode()) {
            addImplied(schema);
        }
    }

    /** Schemas without a type still give it away. */
    private void addImplied(JsonNode schema) {
        schema.path("enum").forEach(value -> types.add(Type.of(value)));
        if (schema.has("const")) {
            types.add(Type.of(schema.path("const")));
        }
        if (schema.has("minimum") || schema.has("maximum") || schema.has("multipleOf")) {
            types.add(Type.NUMBER);
        }
        if (schema.has("items") || schema.has("minItems") || schema.has("maxItems") || schema.has("prefixItems")) {
            types.add(Type.ARRAY);
        }
        if (schema.has("properties") || schema.has("required") || schema.has("additionalProperties")) {
            types.add(Type.OBJECT);
        }
    }

    /** Whether no schema names a type. */
    boolean isUntyped() {
        return types.isEmpty();
    }

    boolean allows(Type type) {
        return types.contains(type);
    }

    boolean isScalar() {
        return allows(Type.STRING) || allows(Type.INTEGER) || allows(Type.NUMBER) || allows(Type.BOOLEAN);
    }

    boolean isArray() {
        return allows(Type.ARRAY);
    }

    boolean isObject() {
        return allows(Type.OBJECT);
    }

    /** The types of the properties that some schema names, in their order. */
    Map<String, ExpectedType> properties() {
        Map<String, ExpectedType> known = properties;
        if (known == null) {
            Map<String, List<SchemaNode>> named = new LinkedHashMap<>();
            for (SchemaNode schema : schemas) {
                for (SchemaNode property : schema.child("properties").members()) {
                    named.computeIfAbsent(property.name(), name -> new ArrayList<>())
                            .add(property);
                }
            }
            known = new LinkedHashMap<>();
            for (Map.Entry<String, List<SchemaNode>> property : named.entrySet()) {
                known.put(property.getKey(), reader.of(property.getValue()));
            }
            properties = known;
        }
        return known;
    }

    /** The type of a property; unknown when the schemas say nothing about it. */
    ExpectedType property(String name) {
        ExpectedType known = properties().get(name);
        return known == null ? children("additionalProperties") : known;
    }

    /** The type of an array's element, which a tuple gives by its place. */
    ExpectedType item(int index) {
        List<SchemaNode> own = schemas.stream()
                .map(schema -> schema.child("prefixItems").child(index))
                .filter(SchemaNode::exists)
                .toList();
        return own.isEmpty() ? children("items") : reader.of(own);
    }

    private ExpectedType children(String keyword) {
        return reader.of(schemas.stream().map(schema -> schema.child(keyword)).toList());
    }
}
