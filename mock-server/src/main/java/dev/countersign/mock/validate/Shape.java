package dev.countersign.mock.validate;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The types that a schema lets a value have. Text on the wire has none of its own: the shape says what {@code 5} means.
 *
 * @param types every type that some branch of the schema names; empty when it names none
 * @param items the shape of an array's items
 * @param properties the shapes of an object's known properties
 * @param additional the shape of an object's other properties
 */
record Shape(Set<Type> types, Optional<Shape> items, Map<String, Shape> properties, Optional<Shape> additional) {

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

    static final Shape UNKNOWN = new Shape(Set.of(), Optional.empty(), Map.of(), Optional.empty());

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

    /** The shape of a property; unknown when the schema says nothing about it. */
    Shape property(String name) {
        Shape known = properties.get(name);
        return known == null ? additional.orElse(UNKNOWN) : known;
    }

    Shape itemShape() {
        return items.orElse(UNKNOWN);
    }

    /** What either allows. */
    Shape or(Shape other) {
        Set<Type> both = EnumSet.noneOf(Type.class);
        both.addAll(types);
        both.addAll(other.types);
        Map<String, Shape> merged = new LinkedHashMap<>(properties);
        other.properties.forEach((name, shape) -> merged.merge(name, shape, Shape::or));
        return new Shape(both, items.or(() -> other.items), merged, additional.or(() -> other.additional));
    }
}
