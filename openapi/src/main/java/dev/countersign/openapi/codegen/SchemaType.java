package dev.countersign.openapi.codegen;

import dev.countersign.openapi.codegen.JavaType.Kind;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.json.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One schema on its way to a Java type. */
final class SchemaType {
    private final TypeResolver resolver;
    private final SchemaNode schema;
    private final String hint;
    private final Optional<String> givenName;
    private final Shape shape;

    SchemaType(TypeResolver resolver, SchemaNode schema, String hint, Optional<String> givenName) {
        this.resolver = resolver;
        this.schema = schema;
        this.hint = hint;
        this.givenName = givenName;
        this.shape = resolver.document().shape(schema).copy();
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
        List<SchemaNode> variants = variants();
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
    private List<SchemaNode> variants() {
        List<SchemaNode> subtypes = subtypes();
        if (!subtypes.isEmpty()) {
            return subtypes;
        }
        List<SchemaNode> variants = new ArrayList<>();
        for (SchemaNode variant : shape.variants) {
            if (variant.node().path("type").asString("").equals("null")) {
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
    private List<SchemaNode> subtypes() {
        List<SchemaNode> variants = new ArrayList<>();
        resolver.subtypes().of(schema).forEach(subtype -> variants.add(subtype.reference()));
        if (!variants.isEmpty()) {
            ObjectNode itself = ((ObjectNode) schema.node()).deepCopy();
            itself.remove(List.of("discriminator", "title"));
            variants.add(schema.insteadOf(itself));
            resolver.discriminators().copy(schema.node(), itself);
        }
        return variants;
    }

    /** One alternative for each of several types, with the keywords that concern it. */
    private List<SchemaNode> perType() {
        List<SchemaNode> variants = new ArrayList<>();
        if (schema.node().path("type").isArray() && shape.types.size() > 1) {
            for (String type : shape.types) {
                ObjectNode one = ((ObjectNode) schema.node()).deepCopy();
                one.remove(List.of("nullable", "title", "enum", "const"));
                if (!type.equals("object")) {
                    one.remove(List.of("properties", "required", "additionalProperties", "allOf"));
                }
                variants.add(schema.insteadOf(one.put("type", type)));
            }
        }
        return variants;
    }

    /** A variant that only narrows what stands beside it, such as {@code required: [a]}. */
    private static boolean onlyNarrows(SchemaNode variant) {
        return variant.node().isObject()
                && Pointer.reference(variant.node()) == null
                && variant.parts().isEmpty()
                && List.of("type", "properties", "enum", "const", "items").stream()
                        .noneMatch(variant.node()::has);
    }

    private JavaType union(List<SchemaNode> variants, Consumer<JavaType> announce) {
        if (variants.size() == 1 || sameScalar(variants)) {
            return resolver.resolve(variants.get(0), hint);
        }
        JavaType own = named(Kind.UNION, announce);
        resolver.describe(() -> UnionModel.describe(resolver, own, schema, shape, variants));
        return own;
    }

    /** Whether the alternatives differ only in what Java types do not express, such as a pattern. */
    private boolean sameScalar(List<SchemaNode> variants) {
        Shape first = resolver.document().shape(variants.get(0));
        return Set.of("string", "integer", "number", "boolean").stream().anyMatch(first::is)
                && !first.has("enum")
                && variants.stream()
                        .map(resolver.document()::shape)
                        .allMatch(shape -> shape.types.equals(first.types)
                                && shape.text("format").equals(first.text("format")));
    }

    private JavaType object(Consumer<JavaType> announce) {
        JavaType own = named(Kind.OBJECT, announce);
        resolver.describe(() -> ObjectModel.describe(resolver, own.name(), schema, shape));
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
        boolean tuple = shape.has("prefixItems");
        return JavaType.listOf(tuple ? JavaType.ANY : resolver.resolve(shape.schema("items"), hint + "Item"));
    }

    private JavaType map() {
        return JavaType.mapOf(resolver.resolve(shape.schema("additionalProperties"), hint + "Value"));
    }
}
