package dev.countersign.verify.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Mutations of one object schema. */
final class Fields {
    /** Names that mean something to a document itself, and so cannot be renamed throughout it. */
    private static final Set<String> STRUCTURAL = Set.of(
            "$ref",
            "name",
            "title",
            "type",
            "format",
            "value",
            "example",
            "examples",
            "description",
            "required",
            "items",
            "properties",
            "in",
            "schema",
            "default",
            "enum",
            "content",
            "summary",
            "url",
            "version",
            "tags",
            "status");

    /**
     * A mutation of the schema.
     *
     * @param change takes the whole document and the schema in it
     */
    record Change(String name, BiConsumer<ObjectNode, ObjectNode> change) {}

    private Fields() {}

    static List<Change> of(Tree tree, ObjectNode schema) {
        List<Change> changes = new ArrayList<>();
        schema.path("properties").propertyNames().stream()
                .filter(name -> !STRUCTURAL.contains(name))
                .findFirst()
                .ifPresent(field -> {
                    JsonNode type =
                            tree.resolved(schema.path("properties").path(field)).path("type");
                    String other = type.asString("").equals("string") ? "integer" : "string";
                    changes.add(
                            new Change("\"" + field + "\" renamed in the schema only", (root, s) -> rename(s, field)));
                    changes.add(new Change(
                            "\"" + field + "\" renamed in schema and examples",
                            (root, s) -> renameThroughout(root, field)));
                    changes.add(new Change("\"" + field + "\" of type " + other, (root, s) -> {
                        ObjectNode properties = (ObjectNode) s.path("properties");
                        properties.set(field, properties.objectNode().put("type", other));
                    }));
                    changes.add(new Change("\"" + field + "\" limited to another value", (root, s) -> {
                        ObjectNode properties = (ObjectNode) s.path("properties");
                        properties.putObject(field).putArray("enum").add("mutant");
                    }));
                });
        JsonNode required = schema.path("required");
        if (!required.isEmpty()) {
            changes.add(new Change(
                    "\"" + required.get(0).asString() + "\" no longer required",
                    (root, s) -> ((ArrayNode) s.path("required")).remove(0)));
        }
        changes.add(new Change("a required field more", (root, s) -> {
            s.withArrayProperty("required").add("mutant");
            ((ObjectNode) s.path("properties")).putObject("mutant").put("type", "string");
        }));
        changes.add(new Change(
                "additional fields " + (closed(schema) ? "allowed" : "forbidden"),
                (root, s) -> s.put("additionalProperties", closed(s))));
        return changes;
    }

    private static boolean closed(JsonNode schema) {
        return schema.path("additionalProperties").isBoolean()
                && !schema.path("additionalProperties").asBoolean();
    }

    private static void rename(ObjectNode schema, String field) {
        ObjectNode properties = (ObjectNode) schema.path("properties");
        properties.set(field + "Mutant", properties.remove(field));
        renameIn(schema.path("required"), field);
    }

    private static void renameIn(JsonNode required, String field) {
        for (int i = 0; i < required.size(); i++) {
            if (required.get(i).asString("").equals(field)) {
                ((ArrayNode) required).set(i, JsonNodeFactory.instance.stringNode(field + "Mutant"));
            }
        }
    }

    private static void renameThroughout(JsonNode node, String field) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
                renameThroughout(entry.getValue(), field);
                if (entry.getKey().equals(field)) {
                    object.set(field + "Mutant", object.remove(field));
                }
            }
            renameIn(object.path("required"), field);
        } else {
            node.forEach(element -> renameThroughout(element, field));
        }
    }
}
