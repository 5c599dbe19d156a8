package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.EnumOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the Java expression of an example, for the documentation pages. */
final class ExampleCode {
    private static final int MOST_PAIRS = 10;

    private final TypeResolver resolver;

    ExampleCode(TypeResolver resolver) {
        this.resolver = resolver;
    }

    /** The expression; absent for a value that has no short one, or that does not fit its schema. */
    Optional<String> of(SchemaNode schema, JsonNode value) {
        JavaType type = resolver.resolve(schema, "Example");
        return switch (type.kind()) {
            case STRING -> value.isString() ? Optional.of(text(type, value.stringValue())) : Optional.empty();
            case BOOLEAN -> value.isBoolean() ? Optional.of(value.toString()) : Optional.empty();
            case INTEGER -> value.isIntegralNumber() ? integer(type, value) : Optional.empty();
            case NUMBER -> value.isNumber() ? number(type, value) : Optional.empty();
            case ENUM -> enumValue(type, value).map(constant -> type.name() + ".of(" + constant + ")");
            case LIST -> value.isArray() ? list(schema, value) : Optional.empty();
            case MAP -> value.isObject() ? map(schema, value) : Optional.empty();
            case OBJECT -> object(type, schema, value);
            case BINARY, UNION, ANY -> Optional.empty();
        };
    }

    private static String text(JavaType type, String value) {
        String literal = JavaText.literal(value);
        return switch (type.boxed()) {
            case "OffsetDateTime", "LocalDate" -> "java.time." + type.boxed() + ".parse(" + literal + ")";
            case "UUID" -> "java.util.UUID.fromString(" + literal + ")";
            case "Binary" -> "dev.countersign.client.Binary.of(" + literal + ")";
            case "URI" -> "java.net.URI.create(" + literal + ")";
            default -> literal;
        };
    }

    private static Optional<String> integer(JavaType type, JsonNode value) {
        return switch (type.boxed()) {
            case "BigInteger" -> Optional.of("new java.math.BigInteger(\"" + value + "\")");
            case "Long" -> value.canConvertToLong() ? Optional.of(value + "L") : Optional.empty();
            default -> value.canConvertToInt() ? Optional.of(value.toString()) : Optional.empty();
        };
    }

    private static Optional<String> number(JavaType type, JsonNode value) {
        if (type.boxed().equals("BigDecimal")) {
            return Optional.of("new java.math.BigDecimal(\"" + value + "\")");
        }
        double number = value.decimalValue().doubleValue();
        return Double.isFinite(number) ? Optional.of(number + "d") : Optional.empty();
    }

    private Optional<String> enumValue(JavaType type, JsonNode value) {
        if (resolver.models().description(type.name()).path("strings").asBoolean(false)) {
            return value.isString() ? Optional.of(JavaText.literal(value.stringValue())) : Optional.empty();
        }
        return value.isIntegralNumber() && value.canConvertToLong() ? Optional.of(value + "L") : Optional.empty();
    }

    private Optional<String> list(SchemaNode schema, JsonNode value) {
        SchemaNode items = resolver.document().shape(schema).schema("items");
        List<String> parts = new ArrayList<>();
        for (JsonNode item : value) {
            Optional<String> part = of(items, item);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of("java.util.List.of(" + String.join(", ", parts) + ")");
    }

    private Optional<String> map(SchemaNode schema, JsonNode value) {
        SchemaNode values = resolver.document().shape(schema).schema("additionalProperties");
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            Optional<String> part = of(values, entry.getValue());
            if (part.isEmpty() || value.size() > MOST_PAIRS) {
                return Optional.empty();
            }
            parts.add(JavaText.literal(entry.getKey()) + ", " + part.get());
        }
        return Optional.of("java.util.Map.of(" + String.join(", ", parts) + ")");
    }

    private Optional<String> object(JavaType type, SchemaNode schema, JsonNode value) {
        Shape shape = resolver.document().shape(schema);
        StringBuilder code = new StringBuilder(type.name()).append(".builder()");
        for (JsonNode field : resolver.models().description(type.name()).path("fields")) {
            String wire = field.path("wire").stringValue();
            JsonNode given = value.path(wire);
            Optional<String> part = shape.properties.containsKey(wire) && !given.isMissingNode() && !given.isNull()
                    ? of(shape.properties.get(wire), given)
                    : Optional.empty();
            if (part.isPresent()) {
                code.append("\n        .").append(field.path("java").stringValue());
                code.append('(').append(part.get().replace("\n", "\n    ")).append(')');
            } else if (field.path("plain").booleanValue()
                    && !field.path("hasInitial").booleanValue()) {
                return Optional.empty();
            }
        }
        return Optional.of(code.append("\n        .build()").toString());
    }

    /** A value for a parameter without an example of its own. */
    static Optional<JsonNode> sample(ObjectNode schema) {
        for (String keyword : List.of("example", "default", "const")) {
            if (schema.has(keyword)) {
                return Optional.of(schema.get(keyword));
            }
        }
        if (schema.path("examples").size() > 0) {
            return Optional.of(schema.path("examples").get(0));
        }
        return EnumOptions.of(schema).stream().findFirst();
    }
}
