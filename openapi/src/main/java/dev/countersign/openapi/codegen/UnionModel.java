package dev.countersign.openapi.codegen;

import dev.countersign.openapi.codegen.JavaType.Kind;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes the sealed interface of a {@code oneOf} or {@code anyOf}. */
final class UnionModel {
    /** What Java allows a method to be long is reached by some eight thousand names. */
    private static final int MOST_IN_ONE_METHOD = 2_000;

    /** Among more values than so many it is no kind of thing that a property names. */
    private static final int MOST_THAT_TELL_APART = 200;

    private final TypeResolver resolver;
    private final JavaType own;
    private final String baseName;
    private final Map<JavaType, SchemaNode> variants = new LinkedHashMap<>();

    private UnionModel(TypeResolver resolver, JavaType own, SchemaNode schema) {
        this.resolver = resolver;
        this.own = own;
        this.baseName = resolver.subtypes().nameOf(schema);
    }

    /** The type of the union: an interface of its own, or a simpler type where all variants come to the same. */
    static JavaType describe(
            TypeResolver resolver, JavaType own, SchemaNode schema, Shape shape, List<SchemaNode> schemas) {
        UnionModel union = new UnionModel(resolver, own, schema);
        ObjectNode model = resolver.models()
                .open(
                        own.name(),
                        "union",
                        schema,
                        shape,
                        "One of several alternatives; a value that fits none is kept as {@link Unknown}.");
        union.collect(shape, schemas);
        union.write(model, shape);
        return own;
    }

    private void collect(Shape shape, List<SchemaNode> schemas) {
        List<JavaType> seen = new ArrayList<>();
        for (int i = 0; i < schemas.size(); i++) {
            boolean base = !baseName.isEmpty() && i == schemas.size() - 1;
            String suffix = base ? "Base" : suffix(schemas.get(i), i);
            JavaType type = resolver.resolve(schemas.get(i), own.name() + suffix);
            shape.nullable |= type.nullable();
            boolean again = seen.stream().anyMatch(type::sameAs) || type.sameAs(own);
            if (!again && type.kind() != Kind.ANY) {
                seen.add(type);
                variants.put(type, schemas.get(i));
            }
        }
    }

    private static String suffix(SchemaNode schema, int index) {
        String type = schema.node().path("type").asString("");
        return type.isEmpty() || type.equals("object") ? "Option" + (index + 1) : JavaNames.type(type);
    }

    private void write(ObjectNode model, Shape shape) {
        DistinctNames wrappers = DistinctNames.ofClasses(Set.of("Reader", "Unknown", own.name())::contains);
        List<String> permits = new ArrayList<>();
        ArrayNode list = model.putArray("variants");
        Map<String, String> classOf = new LinkedHashMap<>();
        variants.forEach((type, schema) -> {
            boolean joins = type.isModel() && resolver.models().join(type.name(), own.name());
            String wrapper = joins ? "" : wrappers.take("Of" + simpleName(type), "Value");
            permits.add(joins ? type.name() : own.name() + "." + wrapper);
            list.add(variant(type, schema, wrapper)
                    .put("method", "variant" + (list.size() + 1))
                    .put("notLast", list.size() + 1 < variants.size()));
            if (joins) {
                schema.referred()
                        .map(SchemaNode::name)
                        .or(() -> Optional.of(baseName).filter(name -> !name.isEmpty()))
                        .ifPresent(value -> classOf.put(value, type.name()));
            }
        });
        permits.add(own.name() + ".Unknown");
        int named = list.valueStream()
                .mapToInt(each -> each.path("named").intValue())
                .sum();
        list.forEach(each -> ((ObjectNode) each).put("apart", named > MOST_IN_ONE_METHOD));
        model.put("apart", named > MOST_IN_ONE_METHOD);
        model.put("hasVariants", !list.isEmpty());
        model.put("permits", String.join(", ", permits));
        Imports imports = resolver.models().imports(own.name());
        imports.add(
                "Json JsonCreator JsonDeserialize JsonType JsonValue List Map ModelText UnionReader UnknownValue Variant Nullable");
        for (JsonNode variant : list) {
            imports.add(
                    variant.path("boxed").stringValue(), variant.path("token").stringValue());
            imports.addIf(!variant.path("wraps").booleanValue(), "Set");
        }
        discriminator(model, shape, classOf);
    }

    private ObjectNode variant(JavaType type, SchemaNode schema, String wrapper) {
        Shape shape = resolver.document().shape(schema);
        ObjectNode variant = type.describe();
        variant.put("hidden", !variant.path("shower").stringValue().equals("add"));
        variant.put("allowed", type.kind() == Kind.OBJECT ? allowed(shape) : "");
        variant.put("wraps", !wrapper.isEmpty());
        variant.put("wrapper", wrapper);
        variant.put("required", literals(type.kind() == Kind.OBJECT ? demanded(schema, shape) : Set.of()));
        variant.put("named", type.kind() == Kind.OBJECT ? shape.properties.size() + shape.required.size() : 1);
        variant.put("properties", literals(type.kind() == Kind.OBJECT ? shape.properties.keySet() : Set.of()));
        return variant;
    }

    private Set<String> demanded(SchemaNode schema, Shape shape) {
        SchemaNode described = resolver.document().followed(schema).orElse(schema);
        Set<String> demanded = new LinkedHashSet<>(shape.required);
        demanded.removeIf(name -> shape.properties.containsKey(name)
                && !resolver.directions().demands(described, resolver.document().shape(shape.properties.get(name))));
        return demanded;
    }

    /** The properties that tell alternatives apart by their few values. */
    private String allowed(Shape shape) {
        List<String> entries = new ArrayList<>();
        shape.properties.forEach((name, property) -> {
            Set<String> values = EnumModel.strings(resolver.document().shape(property));
            if (!values.isEmpty() && values.size() <= MOST_THAT_TELL_APART) {
                entries.add("Map.entry(" + JavaText.literal(name) + ", Set.of(" + literals(values) + "))");
            }
        });
        return String.join(", ", entries);
    }

    private static String literals(Set<String> names) {
        return String.join(", ", names.stream().map(JavaText::literal).toList());
    }

    private static String simpleName(JavaType type) {
        return switch (type.kind()) {
            case NUMBER -> "Number";
            case BINARY -> "Bytes";
            case LIST -> "List";
            case MAP -> "Map";
            default -> type.boxed();
        };
    }

    private void discriminator(ObjectNode model, Shape shape, Map<String, String> classOf) {
        JsonNode property = shape.keyword("discriminator").path("propertyName");
        boolean usable = property.isString() && !classOf.isEmpty();
        model.put("hasDiscriminator", usable);
        model.put("discriminator", usable ? JavaText.literal(property.stringValue()) : "");
        ArrayNode mapping = model.putArray("mapping");
        if (!usable) {
            return;
        }
        Map<String, String> byValue = new LinkedHashMap<>(classOf);
        shape.keyword("discriminator").path("mapping").properties().forEach(entry -> {
            String target = Document.nameOf(entry.getValue().asString(""));
            if (classOf.containsKey(target)) {
                byValue.put(entry.getKey(), classOf.get(target));
            }
        });
        byValue.forEach((value, type) -> mapping.addObject()
                .put("value", JavaText.literal(value))
                .put("class", type)
                .put("notLast", mapping.size() < byValue.size()));
    }
}
