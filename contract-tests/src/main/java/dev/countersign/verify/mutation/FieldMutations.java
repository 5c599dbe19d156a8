package dev.countersign.verify.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Mutations of one object schema. */
final class FieldMutations {
    private static final String NEW = "mutant";

    /**
     * A mutation of the schema.
     *
     * @param field the field that is changed; empty where it is none
     * @param change takes the whole document and the schema in it
     */
    record Change(String name, String field, BiConsumer<ObjectNode, ObjectNode> change) {}

    private final List<Change> changes = new ArrayList<>();

    private FieldMutations() {}

    static List<Change> of(Tree tree, ObjectNode schema) {
        FieldMutations fields = new FieldMutations();
        schema.path("properties").propertyNames().stream()
                .findFirst()
                .ifPresent(field ->
                        fields.of(field, tree.resolved(schema.path("properties").path(field))));
        JsonNode required = schema.path("required");
        if (!required.isEmpty()) {
            String first = required.get(0).asString();
            fields.add("no longer required", first, (root, s) -> ((ArrayNode) s.path("required")).remove(0));
        }
        fields.changes.add(new Change("a required field more", NEW, (root, s) -> {
            s.withArrayProperty("required").add(NEW);
            properties(s).putObject(NEW).put("type", "string");
        }));
        fields.changes.add(new Change(
                "additional fields " + (closed(schema) ? "allowed" : "forbidden"),
                "",
                (root, s) -> s.put("additionalProperties", closed(s))));
        return fields.changes;
    }

    private void of(String field, JsonNode schema) {
        String other = schema.path("type").asString("").equals("string") ? "integer" : "string";
        add("renamed in the schema only", field, (root, s) -> rename(s, field));
        add("renamed in schema and examples", field, (root, s) -> renameThroughout(root, field, false));
        add("dropped from the schema", field, (root, s) -> {
            properties(s).remove(field);
            removeIn(s.path("required"), field);
        });
        add("of type " + other, field, (root, s) -> {
            properties(s).set(field, s.objectNode().put("type", other));
        });
        if (other.equals("integer")) {
            add(
                    "of another format",
                    field,
                    (root, s) -> properties(s)
                            .set(field, s.objectNode().put("type", "string").put("format", "ipv6")));
        }
        add("that may be null", field, (root, s) -> {
            ObjectNode either = s.objectNode();
            either.putArray("anyOf").add(properties(s).path(field)).addObject().put("type", "null");
            properties(s).set(field, either);
        });
        add("limited to another value", field, (root, s) -> {
            properties(s).putObject(field).putArray("enum").add(NEW);
        });
    }

    private void add(String name, String field, BiConsumer<ObjectNode, ObjectNode> change) {
        changes.add(new Change("\"" + field + "\" " + name, field, change));
    }

    private static ObjectNode properties(ObjectNode schema) {
        return (ObjectNode) schema.path("properties");
    }

    private static boolean closed(JsonNode schema) {
        return schema.path("additionalProperties").isBoolean()
                && !schema.path("additionalProperties").asBoolean();
    }

    private static void rename(ObjectNode schema, String field) {
        properties(schema).set(field + "Mutant", properties(schema).remove(field));
        renameIn(schema.path("required"), field);
    }

    private static void renameIn(JsonNode required, String field) {
        for (int i = 0; i < required.size(); i++) {
            if (required.get(i).asString("").equals(field)) {
                ((ArrayNode) required).set(i, JsonNodeFactory.instance.stringNode(field + "Mutant"));
            }
        }
    }

    private static void removeIn(JsonNode required, String field) {
        for (int i = required.size() - 1; i >= 0; i--) {
            if (required.get(i).asString("").equals(field)) {
                ((ArrayNode) required).remove(i);
            }
        }
    }

    /**
     * Renames a field wherever it is one: among properties, where it is required, and in data.
     *
     * @param isData whether the names of the node are those of an example's value, or of properties
     */
    private static void renameThroughout(JsonNode node, String field, boolean isData) {
        if (node instanceof ObjectNode object) {
            boolean isSchema = object.path("properties").isObject();
            for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
                String name = entry.getKey();
                boolean names = isData || name.equals("example") || name.equals("value") || name.equals("default");
                if (!isData && name.equals("properties")) {
                    entry.getValue().forEach(property -> renameThroughout(property, field, false));
                    renameOne(entry.getValue(), field);
                } else {
                    renameThroughout(entry.getValue(), field, names);
                }
            }
            if (isData) {
                renameOne(object, field);
            } else if (isSchema) {
                renameIn(object.path("required"), field);
            }
        } else {
            node.forEach(element -> renameThroughout(element, field, isData));
        }
    }

    private static void renameOne(JsonNode names, String field) {
        if (names instanceof ObjectNode object && object.has(field)) {
            object.set(field + "Mutant", object.remove(field));
        }
    }
}
