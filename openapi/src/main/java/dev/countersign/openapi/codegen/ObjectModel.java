package dev.countersign.openapi.codegen;

import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes the class of an object with named properties. */
final class ObjectModel {
    private ObjectModel() {}

    static void describe(TypeResolver resolver, String name, JsonNode schema, Shape shape) {
        ObjectNode model = resolver.models().open(name, "object");
        Docs.add(model, schema.path("description").asString(shape.text("description")));
        model.put("deprecated", schema.path("deprecated").asBoolean(false));
        Scope members = Scope.ofMembers(Reserved.properties());
        StringJoiner wireNames = new StringJoiner(", ");
        ArrayNode fields = model.putArray("fields");
        shape.properties.forEach((wire, property) -> {
            String hint = name + JavaNames.type(wire);
            Shape details = Shape.of(property, resolver.document());
            boolean required =
                    shape.required.contains(wire) && resolver.directions().demands(schema, details);
            fields.add(field(resolver, members.take(JavaNames.member(wire), "_"), wire, property, hint, required));
            wireNames.add(JavaText.literal(wire));
        });
        model.put("wireNames", wireNames.toString());
        String example = ModelExample.of(shape, resolver.document());
        model.put("hasExample", !example.isEmpty());
        model.put("example", example);
    }

    /** The model of a document that has none. */
    static void describeEmpty(Models models) {
        ObjectNode model = models.open(models.name("NoModel"), "object");
        Docs.add(model, "Stands here because the contract has no models.");
        model.put("deprecated", false);
        model.put("wireNames", "");
        model.put("hasExample", false);
        model.put("example", "");
        model.putArray("fields");
    }

    private static ObjectNode field(
            TypeResolver resolver, String java, String wire, JsonNode property, String hint, boolean required) {
        JavaType type = resolver.resolve(property, hint);
        Shape shape = Shape.of(property, resolver.document());
        // A free-form value has a JSON null of its own.
        boolean any = type.kind() == JavaType.Kind.ANY;
        boolean nullable = type.nullable() && !any;
        ObjectNode field = type.describe();
        Docs.add(field, shape.text("description"));
        field.put("java", java);
        field.put("wire", wire);
        field.put("wireLiteral", JavaText.literal(wire));
        field.put("docName", JavaText.docCode(wire));
        field.put("required", required);
        field.put("nullable", nullable);
        field.put("nulls", nullable || any ? "SET" : "SKIP");
        field.put("nullableRequired", required && nullable);
        field.put("arrayHash", type.kind() == JavaType.Kind.BINARY && (required || !nullable));
        field.put("setterType", nullable ? type.annotatedBoxed() : type.name());
        field.put("plain", required && !nullable);
        field.put("optional", required == nullable);
        field.put("triState", !required && nullable);
        field.put("always", required);
        String initial = type.isModel() ? "" : constant(shape, type);
        field.put("hasInitial", required && !nullable && !initial.isEmpty());
        field.put("initial", initial);
        return field;
    }

    /** The only value that the contract allows, which a caller then need not give; empty where there are others. */
    private static String constant(Shape shape, JavaType type) {
        JsonNode value = shape.keyword("const");
        return switch (type.boxed()) {
            case "String" -> value.isString() ? JavaText.literal(value.stringValue()) : "";
            case "Boolean" -> value.isBoolean() ? String.valueOf(value.booleanValue()) : "";
            case "Long" -> value.canConvertToLong() ? value.longValue() + "L" : "";
            case "Integer" -> value.canConvertToInt() ? String.valueOf(value.intValue()) : "";
            default -> "";
        };
    }
}
