package dev.countersign.mock.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The properties that a schema marks with {@code x-violations: true}, through references and {@code allOf}. */
final class MarkedProperties {
    private static final int DEEPEST = 16;

    private final JsonNode document;

    MarkedProperties(JsonNode document) {
        this.document = document;
    }

    List<String> of(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        collect(schema, names, 0);
        return new ArrayList<>(names);
    }

    private void collect(JsonNode schema, Set<String> names, int depth) {
        if (depth > DEEPEST || !schema.isObject()) {
            return;
        }
        schema.path("properties").properties().forEach(property -> {
            if (property.getValue().path("x-violations").asBoolean(false)) {
                names.add(property.getKey());
            }
        });
        String reference = schema.path("$ref").asString("");
        if (reference.startsWith("#/")) {
            collect(document.at(JsonPointer.compile(reference.substring(1))), names, depth + 1);
        }
        schema.path("allOf").forEach(part -> collect(part, names, depth + 1));
    }
}
