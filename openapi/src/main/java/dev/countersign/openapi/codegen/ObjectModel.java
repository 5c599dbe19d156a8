package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Describes the class of an object with named properties. */
final class ObjectModel {
    /** A longer expression than of so many parts is more than javac's stack may hold. */
    private static final int MOST_IN_ONE_EXPRESSION = 200;

    private ObjectModel() {}

    static void describe(TypeResolver resolver, String name, SchemaNode schema, Shape shape) {
        ObjectNode model = resolver.models().open(name, "object", schema, shape, "");
        DistinctNames members = DistinctNames.ofMembers(Reserved.properties());
        StringJoiner wireNames = new StringJoiner(", ");
        ArrayNode fields = model.putArray("fields");
        Map<String, Set<String>> discriminators = resolver.discriminators().of(schema);
        discriminators.keySet().forEach(wire -> shape.properties.putIfAbsent(wire, text(schema)));
        shape.properties.forEach((wire, property) -> {
            String hint = name + JavaNames.type(wire);
            Shape details = resolver.document().shape(property);
            boolean required =
                    shape.required.contains(wire) && resolver.directions().demands(schema, details);
            fields.add(ModelField.describe(
                    resolver, members.take(JavaNames.member(wire), "_"), wire, property, hint, required));
            ModelField.begin(
                    (ObjectNode) fields.get(fields.size() - 1), details, discriminators.getOrDefault(wire, Set.of()));
            wireNames.add(JavaText.literal(wire));
        });
        model.put("ownAdditional", shape.properties.containsKey("additionalProperties"));
        model.put("anyGetter", anyGetter(members, shape));
        model.put("wireNames", wireNames.toString());
        model.put("hasFields", !fields.isEmpty());
        model.put("begins", has(fields, "begins"));
        model.put("large", fields.size() > MOST_IN_ONE_EXPRESSION);
        boolean demands = has(fields, "plain") || has(fields, "nullableRequired");
        model.put("demands", demands);
        String example = ModelExample.of(shape, resolver.document());
        model.put("hasExample", !example.isEmpty());
        model.put("example", example);
        imports(resolver.models().imports(name), fields).addIf(demands, "ArrayList List MissingPropertiesException");
    }

    /** What a discriminator is that its schema does not declare. */
    private static SchemaNode text(SchemaNode schema) {
        return schema.insteadOf(JsonNodeFactory.instance.objectNode().put("type", "string"));
    }

    /** A name that no accessor has, and that Jackson does not take for a property of the contract. */
    private static String anyGetter(DistinctNames members, Shape shape) {
        String name = members.take("unnamedProperties", "_");
        while (shape.properties.containsKey(name)) {
            name = members.take("unnamedProperties", "_");
        }
        return name;
    }

    private static Imports imports(Imports imports, ArrayNode fields) {
        imports.add(
                "AnnotatedOnly Copies Json JsonAnyGetter JsonAnySetter JsonCreator LenientBuilder LinkedHashMap Map ModelText"
                        + " Nullable");
        imports.addIf(!fields.isEmpty(), "JsonProperty JsonSetter Nulls Objects Set");
        for (JsonNode field : fields) {
            imports.add(field.path("boxed").stringValue())
                    .addIf(field.path("plain").booleanValue(), "Required")
                    .addIf(field.path("optional").booleanValue(), "Optional")
                    .addIf(field.path("nullableRequired").booleanValue(), "JsonInclude")
                    .addIf(field.path("triState").booleanValue(), "JsonInclude Field")
                    .addIf(field.path("nullableRequired").booleanValue(), "Field")
                    .add(field.path("hasher").stringValue());
        }
        return imports;
    }

    private static boolean has(ArrayNode fields, String flag) {
        return fields.valueStream().anyMatch(field -> field.path(flag).booleanValue());
    }
}
