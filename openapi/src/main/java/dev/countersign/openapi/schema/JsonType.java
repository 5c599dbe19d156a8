package dev.countersign.openapi.schema;

import dev.countersign.openapi.json.Numbers;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The types of JSON Schema (2020-12 validation, section 6.1.1). */
enum JsonType {
    NULL("null", 1),
    BOOLEAN("a boolean", 2),
    INTEGER("an integer", 4),
    NUMBER("a number", 8),
    STRING("a string", 16),
    ARRAY("an array", 32),
    OBJECT("an object", 64);

    private final String phrase;
    private final int bit;

    JsonType(String phrase, int bit) {
        this.phrase = phrase;
        this.bit = bit;
    }

    /** A bit of its own, so that a set of types is one number. */
    int bit() {
        return bit;
    }

    String phrase() {
        return phrase;
    }

    static Optional<JsonType> named(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "null" -> NULL;
                    case "boolean" -> BOOLEAN;
                    case "integer" -> INTEGER;
                    case "number" -> NUMBER;
                    case "string" -> STRING;
                    case "array" -> ARRAY;
                    case "object" -> OBJECT;
                    default -> null;
                });
    }

    /** The narrowest type of a value; a number without a fraction is an integer, however it is written. */
    static JsonType of(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> OBJECT;
            case ARRAY -> ARRAY;
            case STRING, BINARY -> STRING;
            case NUMBER -> Numbers.isInteger(value) ? INTEGER : NUMBER;
            case BOOLEAN -> BOOLEAN;
            case NULL, MISSING -> NULL;
        };
    }
}
