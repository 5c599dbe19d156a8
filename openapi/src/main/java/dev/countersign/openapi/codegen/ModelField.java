package dev.countersign.openapi.codegen;

import dev.countersign.openapi.codegen.JavaType.Kind;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Describes one property of a model: its field, its accessor, and the builder's method for it. */
final class ModelField {
    private ModelField() {}

    static ObjectNode describe(
            TypeResolver resolver, String java, String wire, SchemaNode property, String hint, boolean required) {
        JavaType type = resolver.resolve(property, hint);
        Shape shape = resolver.document().shape(property);
        boolean nullable = type.nullable() || type.kind() == Kind.ANY;
        ObjectNode field = type.describe();
        field.put("java", java);
        field.put("wire", wire);
        field.put("wireLiteral", JavaText.literal(wire));
        field.put("required", required);
        field.put("nullable", nullable);
        field.put("nulls", nullable ? "SET" : "SKIP");
        field.put("nullableRequired", required && nullable);
        boolean array = type.kind() == Kind.BINARY && (required || !nullable);
        field.put("hasher", array ? "Arrays" : "Objects");
        field.put("setterType", nullable ? type.annotatedBoxed() : type.name());
        field.put("plain", required && !nullable);
        field.put("optional", required == nullable);
        field.put("takesOptional", !required && !nullable);
        field.put("triState", !required && nullable);
        field.put("maybeNull", nullable);
        field.put("always", required);
        String initial = required && !nullable ? onlyValue(shape, type) : "";
        field.put("hasInitial", !initial.isEmpty());
        field.put("initial", initial);
        describe(field, shape, required, initial);
        return field;
    }

    private static void describe(ObjectNode field, Shape shape, boolean required, String initial) {
        String description = shape.text("description");
        boolean deprecated = shape.keyword("deprecated").asBoolean(false);
        Docs.add(field, description);
        field.put("deprecated", deprecated);
        Javadoc accessor = Javadoc.of(description);
        if (required && field.path("nullable").booleanValue()) {
            accessor.paragraph("Empty when null.");
        }
        accessor.deprecated(deprecated).describe(field, "javadoc");
        String demand = !required ? "" : initial.isEmpty() ? "Required. " : "Set already: it has one value only. ";
        Javadoc.of(demand + description).deprecated(deprecated).describe(field, "setterJavadoc");
    }

    /** Lets a new builder begin with the value that tells this schema from others, if it is one only. */
    static void begin(ObjectNode field, Shape shape, Set<String> discriminating) {
        String value = "";
        if (discriminating.size() == 1 && field.path("initial").stringValue().isEmpty()) {
            Kind kind = Kind.valueOf(field.path("kind").stringValue());
            JsonNode json = json(discriminating.iterator().next(), kind, shape);
            value = expression(json, kind, field.path("boxed").stringValue());
        }
        boolean wrapped = field.path("maybeNull").booleanValue() && !value.isEmpty();
        field.put("begins", !value.isEmpty());
        field.put("beginning", wrapped ? "Field.of(" + value + ")" : value);
    }

    /** What a key of a mapping, which is always a text, stands for; missing where it is no value of the property. */
    private static JsonNode json(String key, Kind kind, Shape shape) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        boolean integer = kind == Kind.INTEGER
                || (kind == Kind.ENUM && EnumModel.strings(shape).isEmpty());
        if (integer) {
            return key.matches("-?\\d{1,18}") ? nodes.numberNode(Long.parseLong(key)) : nodes.missingNode();
        }
        return kind == Kind.BOOLEAN && key.matches("true|false")
                ? nodes.booleanNode(Boolean.parseBoolean(key))
                : nodes.stringNode(key);
    }

    /** The only value that the contract allows, which a caller then need not give; empty where there are others. */
    private static String onlyValue(Shape shape, JavaType type) {
        List<JsonNode> values = shape.has("const")
                ? List.of(shape.keyword("const"))
                : shape.keyword("enum").valueStream().toList();
        return values.size() == 1 ? expression(values.get(0), type.kind(), type.boxed()) : "";
    }

    /** A value of the contract as Java; empty where the type has no short expression for it. */
    private static String expression(JsonNode value, Kind kind, String boxed) {
        String plain = literal(value);
        return switch (kind) {
            case ENUM -> plain.isEmpty() ? "" : boxed + ".of(" + plain + ")";
            case STRING -> boxed.equals("String") && value.isString() ? plain : "";
            case BOOLEAN -> value.isBoolean() ? value.toString() : "";
            case INTEGER ->
                switch (boxed) {
                    case "Long" -> plain;
                    case "Integer" -> value.canConvertToInt() ? value.toString() : "";
                    case "BigInteger" ->
                        value.isIntegralNumber()
                                ? made(boxed, value.bigIntegerValue().toString())
                                : "";
                    default -> "";
                };
            case NUMBER -> {
                if (!value.isNumber()) {
                    yield "";
                }
                yield boxed.equals("Double")
                        ? String.valueOf(value.doubleValue())
                        : made(boxed, value.decimalValue().toString());
            }
            default -> "";
        };
    }

    private static String made(String type, String number) {
        return "new " + type + "(" + JavaText.literal(number) + ")";
    }

    private static String literal(JsonNode value) {
        if (value.isString()) {
            return JavaText.literal(value.stringValue());
        }
        return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() + "L" : "";
    }
}
