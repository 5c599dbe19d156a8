package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every class that is generated for a schema, by name, and which unions it belongs to. */
final class Models {
    private final DistinctNames names = DistinctNames.ofClasses(Reserved::isClassName);
    private final Map<String, ObjectNode> models = new LinkedHashMap<>();
    private final Map<String, Set<String>> unionsOf = new LinkedHashMap<>();
    private final Map<String, Imports> imports = new LinkedHashMap<>();

    boolean isFree(String name) {
        return names.isFree(name);
    }

    String name(String wanted) {
        return names.take(wanted, "Model");
    }

    void reserve(Collection<String> classNames) {
        classNames.forEach(name -> names.take(name, ""));
    }

    /** Opens the description of a schema's class with its documentation, to which a paragraph may be added. */
    ObjectNode open(String name, String kind, SchemaNode schema, Shape shape, String paragraph) {
        ObjectNode model = open(name, kind);
        String description = schema.node().path("description").asString(shape.text("description"));
        boolean deprecated = schema.node().path("deprecated").asBoolean(false);
        Docs.add(model, description);
        model.put("deprecated", deprecated);
        Javadoc javadoc = Javadoc.of(description);
        if (!paragraph.isEmpty()) {
            javadoc.paragraph(paragraph);
        }
        javadoc.deprecated(deprecated).describe(model, "javadoc");
        return model;
    }

    /** Opens the description of a class, which the caller fills. */
    ObjectNode open(String name, String kind) {
        ObjectNode model = JsonNodeFactory.instance.objectNode();
        model.put("name", name);
        for (String each : new String[] {"object", "enum", "union", "error"}) {
            model.put(each, each.equals(kind));
        }
        models.put(name, model);
        return model;
    }

    /** What the file of a class imports. */
    Imports imports(String name) {
        return imports.computeIfAbsent(name, ignored -> new Imports());
    }

    boolean has(String name) {
        return models.containsKey(name);
    }

    /** The description of a class that was opened before. */
    ObjectNode description(String name) {
        return models.getOrDefault(name, JsonNodeFactory.instance.objectNode());
    }

    boolean isEmpty() {
        return models.isEmpty();
    }

    /** Makes a class a member of a union; refused where the union is itself a member of that class. */
    boolean join(String member, String union) {
        Deque<String> open = new ArrayDeque<>(Set.of(union));
        while (!open.isEmpty()) {
            String each = open.pop();
            if (each.equals(member)) {
                return false;
            }
            open.addAll(unionsOf.getOrDefault(each, Set.of()));
        }
        unionsOf.computeIfAbsent(member, ignored -> new LinkedHashSet<>()).add(union);
        return true;
    }

    /**
     * The finished descriptions.
     *
     * @param header what the first line of each file says
     */
    Map<String, ObjectNode> finish(String header) {
        models.forEach((name, model) -> {
            Set<String> unions = unionsOf.getOrDefault(name, Set.of());
            boolean object = model.path("object").booleanValue();
            model.put("header", header);
            model.put("hasUnions", !unions.isEmpty());
            model.put("unions", String.join(", ", unions));
            imports(name)
                    .addIf(object && !unions.isEmpty(), "JsonDeserialize", "JsonDeserializer")
                    .add(unions.toArray(String[]::new))
                    .describe(model, this);
        });
        return models;
    }
}
