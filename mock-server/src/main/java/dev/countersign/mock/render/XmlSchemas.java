package dev.countersign.mock.render;

import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What schemas say about XML, looked up through references and combinations. */
final class XmlSchemas {
    private static final int DEEPEST = 16;

    private final JsonNode document;

    XmlSchemas(JsonNode document) {
        this.document = document;
    }

    JsonNode property(JsonNode schema, String name) {
        return find(schema, "/properties/" + name.replace("~", "~0").replace("/", "~1"), 0);
    }

    JsonNode items(JsonNode schema) {
        return find(schema, "/items", 0);
    }

    JsonNode hint(JsonNode schema, String name) {
        return find(schema, "/xml/" + name, 0);
    }

    /** The element's name: as hinted, else the fallback, made fit for XML and with the hinted prefix. */
    String name(JsonNode schema, String fallback) {
        String prefix = hint(schema, "prefix").asString("");
        String name = hint(schema, "name").asString(fallback);
        return prefix.isEmpty() ? fit(name) : fit(prefix) + ":" + fit(name);
    }

    /** The name of the component that a schema refers to; {@code root} for one that stands in place. */
    String referenceName(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? "root" : reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static String fit(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}_.-]", "_");
        boolean starts = !plain.isEmpty() && (Character.isLetter(plain.charAt(0)) || plain.charAt(0) == '_');
        return starts ? plain : "_" + plain;
    }

    private JsonNode find(JsonNode schema, String pointer, int depth) {
        if (depth > DEEPEST || !schema.isObject()) {
            return MissingNode.getInstance();
        }
        JsonNode found = schema.at(pointer);
        String reference = schema.path("$ref").asString("");
        if (found.isMissingNode() && reference.startsWith("#/")) {
            found = find(document.at(JsonPointer.compile(reference.substring(1))), pointer, depth + 1);
        }
        for (String combination : List.of("allOf", "oneOf", "anyOf")) {
            for (JsonNode branch : schema.path(combination)) {
                if (found.isMissingNode()) {
                    found = find(branch, pointer, depth + 1);
                }
            }
        }
        return found;
    }
}
