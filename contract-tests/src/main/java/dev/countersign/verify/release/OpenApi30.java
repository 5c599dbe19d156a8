package dev.countersign.verify.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A document as OpenAPI 3.0 would write it, as far as that is possible, for a tool that knows nothing newer. */
final class OpenApi30 {
    private OpenApi30() {}

    static String of(ObjectNode document) {
        ObjectNode older = document.deepCopy();
        if (!older.path("openapi").asString("").startsWith("3.0")) {
            older.put("openapi", "3.0.3").remove(List.of("jsonSchemaDialect", "webhooks"));
            if (!older.has("paths")) {
                older.putObject("paths");
            }
            rewrite(older, false);
        }
        return older.toString();
    }

    /** A property may be called like a keyword; so the names of properties are told apart from keywords. */
    private static void rewrite(JsonNode node, boolean names) {
        if (node instanceof ObjectNode object && !names) {
            types(object);
            if (object.has("const")) {
                object.putArray("enum").add(object.remove("const"));
            }
            bound(object, "maximum", "exclusiveMaximum");
            bound(object, "minimum", "exclusiveMinimum");
            Stream.of("anyOf", "oneOf").forEach(keyword -> withoutNull(object, keyword));
        }
        if (node instanceof ObjectNode object && names) {
            object.properties().stream()
                    .filter(property -> property.getValue().isBoolean())
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(object::putObject);
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(p -> rewrite(p.getValue(), !names && p.getKey().equals("properties")));
        } else {
            node.forEach(element -> rewrite(element, false));
        }
    }

    private static void types(ObjectNode schema) {
        if (schema.path("type") instanceof ArrayNode types) {
            List<String> others = types.valueStream()
                    .map(type -> type.asString(""))
                    .filter(type -> !type.equals("null"))
                    .toList();
            if (others.size() < types.size()) {
                schema.put("nullable", true);
            }
            schema.remove("type");
            Optional.of(others).filter(o -> o.size() == 1).ifPresent(o -> schema.put("type", o.get(0)));
        }
    }

    private static void bound(ObjectNode schema, String bound, String exclusive) {
        if (schema.path(exclusive).isNumber()) {
            schema.set(bound, schema.path(exclusive));
            schema.put(exclusive, true);
        }
    }

    private static void withoutNull(ObjectNode schema, String keyword) {
        if (schema.path(keyword) instanceof ArrayNode alternatives) {
            List<JsonNode> others = alternatives
                    .valueStream()
                    .filter(alternative ->
                            !alternative.path("type").asString("").equals("null"))
                    .toList();
            if (others.size() < alternatives.size()) {
                schema.putArray(keyword).addAll(others);
                schema.put("nullable", true);
            }
        }
    }
}
