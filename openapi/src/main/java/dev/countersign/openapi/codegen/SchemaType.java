package dev.countersign.openapi.codegen;

import dev.countersign.openapi.codegen.JavaType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One schema on its way to a Java type. */
final class SchemaType {
    private final TypeResolver resolver;
    private final JsonNode schema;
    private final String hint;
    private final Optional<String> givenName;
    private final Shape shape;

    SchemaType(TypeResolver resolver, JsonNode schema, String hint, Optional<String> givenName) {
        this.resolver = resolver;
        this.schema = schema;
        this.hint = hint;
        this.givenName = givenName;
        this.shape = Shape.of(schema, resolver.document());
    }

    /**
     * The type.
     *
     * @param announce told the type of a class before its members are looked at, which may well mention it again
     */
    JavaType resolve(Consumer<JavaType> announce) {
        return qualified(base(own -> announce.accept(qualified(own))));
    }

    private JavaType qualified(JavaType type) {
        return type.orNull(shape.nullable).secret(shape.secret);
    }

    private JavaType base(Consumer<JavaType> announce) {
        if (resolver.octets().areMeantBy(schema)) {
            return ScalarTypes.OCTETS;
        }
        List<JsonNode> variants = variants();
        if (!variants.isEmpty()) {
            return union(variants, announce);
        }
        if (!shape.properties.isEmpty()) {
            return object(announce);
        }
        JsonNode constant = shape.keyword("const");
        if (!constant.isMissingNode()) {
            return ofValue(constant);
        }
        if (shape.has("enum")) {
            return enumeration(announce);
        }
        String type = type();
        return switch (type) {
            case "string" -> ScalarTypes.string(shape);
            case "integer" -> ScalarTypes.integer(shape);
            case "number" -> ScalarTypes.number(shape);
            case "boolean" -> ScalarTypes.bool();
            case "array" -> array();
            case "object" -> map();
            default -> JavaType.ANY;
        };
    }

    /** The alternatives of a union; empty where the schema is one thing after all. */
    private List<JsonNode> variants() {
        List<JsonNode> subtypes = subtypes();
        if (!subtypes.isEmpty()) {
            return subtypes;
        }
        List<JsonNode> variants = new ArrayList<>();
        for (JsonNode variant : shape.variants) {
            if (variant.path("type").asString("").equals("null")) {
                shape.nullable = true;
            } else {
                variants.add(variant);
            }
        }
        if (variants.isEmpty()) {
            return perType();
        }
        boolean object = !shape.properties.isEmpty() || variants.stream().allMatch(SchemaType::onlyNarrows);
        if (object && !shape.has("discriminator")) {
            variants.forEach(shape::addOptional);
            return List.of();
        }
        return variants;
    }

    /** The schemas that extend this one, and this one itself, for whatever says that it is no more than that. */
    private List<JsonNode> subtypes() {
        List<JsonNode> variants = new ArrayList<>();
        for (String reference : resolver.subtypes().of(schema)) {
            variants.add(JsonNodeFactory.instance.objectNode().put("$ref", reference));
        }
        if (!variants.isEmpty()) {
            ObjectNode itself = ((ObjectNode) schema).deepCopy();
            itself.remove(List.of("discriminator", "title"));
            resolver.discriminators().copy(schema, itself);
            variants.add(itself);
        }
        return variants;
    }

    /** One alternative for each of several types, with the keywords that concern it. */
    private List<JsonNode> perType() {
        List<JsonNode> variants = new ArrayList<>();
        if (schema.path("type").isArray() && shape.types.size() > 1) {
            for (String type : shape.types) {
                ObjectNode one = ((ObjectNode) schema).deepCopy();
                one.remove(List.of("nullable", "title", "enum", "const"));
                if (!type.equals("object")) {
                    one.remove(List.of("properties", "required", "additionalProperties", "allOf"));
                }
                variants.add(one.put("type", type));
            }
        }
        return variants;
    }

    /** A variant that only narrows what stands beside it, such as {@code required: [a]}. */
    private static boolean onlyNarrows(JsonNode variant) {
        return variant instanceof ObjectNode
                && variant.propertyNames().stream()
                        .noneMatch(
                                Set.of(
                                        "type",
                                        "properties",
                                        "$ref",
                                        "allOf",
                                        "oneOf",
                                        "anyOf",
                                        "enum",
                                        "const",
                                        "items")::contains);
    }

    private JavaType union(List<JsonNode> variants, Consumer<JavaType> announce) {
        if (variants.size() == 1 || sameScalar(variants)) {
            return resolver.resolve(variants.get(0), hint);
        }
        JavaType own = named(Kind.UNION, announce);
        return UnionModel.describe(resolver, own, schema, shape, variants);
    }

    /** Whether the alternatives differ only in what Java types do not express, such as a pattern. */
    private boolean sameScalar(List<JsonNode> variants) {
        Shape first = Shape.of(variants.get(0), resolver.document());
        return Set.of("string", "integer", "number", "boolean").stream().anyMatch(first::is)
                && !first.has("enum")
                && variants.stream()
                        .map(variant -> Shape.of(variant, resolver.document()))
                        .allMatch(shape -> shape.types.equals(first.types)
                                && shape.text("format").equals(first.text("format")));
    }

    private JavaType object(Consumer<JavaType> announce) {
        JavaType own = named(Kind.OBJECT, announce);
        ObjectModel.describe(resolver, own.name(), schema, shape);
        return own;
    }

    private JavaType enumeration(Consumer<JavaType> announce) {
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode value : shape.keyword("enum")) {
            if (value.isNull()) {
                shape.nullable = true;
            } else if (!values.contains(value)) {
                values.add(value);
            }
        }
        boolean strings = !values.isEmpty() && values.stream().allMatch(JsonNode::isString);
        boolean integers = !values.isEmpty()
                && values.stream().allMatch(value -> value.isIntegralNumber() && value.canConvertToLong());
        if (!strings && !integers) {
            boolean uniform =
                    values.stream().map(JsonNode::getNodeType).distinct().count() == 1;
            return uniform ? ofValue(values.get(0)) : JavaType.ANY;
        }
        JavaType own = named(Kind.ENUM, announce);
        EnumModel.describe(resolver.models(), own.name(), schema, shape, values);
        return own;
    }

    private JavaType named(Kind kind, Consumer<JavaType> announce) {
        JavaType own = TypeResolver.model(kind, givenName.orElseGet(() -> resolver.nameFor(schema, hint)));
        announce.accept(own);
        return own;
    }

    private JavaType ofValue(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> ScalarTypes.string(shape);
            case BOOLEAN -> ScalarTypes.bool();
            case NUMBER -> value.isIntegralNumber() ? ScalarTypes.integer(shape) : ScalarTypes.number(shape);
            default -> JavaType.ANY;
        };
    }

    /** The JSON type, guessed from other keywords where the schema does not say it. */
    private String type() {
        if (!shape.types.isEmpty()) {
            return shape.types.iterator().next();
        }
        if (shape.has("additionalProperties")) {
            return "object";
        }
        if (shape.has("items")) {
            return "array";
        }
        return switch (shape.text("format")) {
            case "" -> shape.has("contentMediaType") || shape.has("contentEncoding") ? "string" : "";
            case "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64" -> "integer";
            case "float", "double" -> "number";
            default -> "string";
        };
    }

    private JavaType array() {
        JsonNode items = shape.keyword("items");
        boolean tuple = shape.has("prefixItems");
        return JavaType.listOf(tuple ? JavaType.ANY : resolver.resolve(items, hint + "Item"));
    }

    private JavaType map() {
        JsonNode values = shape.keyword("additionalProperties");
        return JavaType.mapOf(resolver.resolve(values, hint + "Value"));
    }
}
