package dev.countersign.mock.recording;

import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.json.Pointer;
import dev.countersign.openapi.schema.Schemas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Replaces what schemas mark as secret, with {@code format: password} or {@code x-secret: true}. A value is a secret when
 * any schema that may apply to it says so, whichever branch of a combination it fits: better one too many than one too
 * few.
 */
final class SecretMask {
    private static final List<String> REFERENCES = List.of("$ref", "$dynamicRef");
    private static final List<String> COMBINATIONS = List.of("allOf", "oneOf", "anyOf");
    private static final List<String> CONDITIONS = List.of("if", "then", "else");

    private final Schemas schemas;
    private final Function<SchemaNode, JsonNode> samples;

    SecretMask(Schemas schemas, Function<SchemaNode, JsonNode> samples) {
        this.schemas = schemas;
        this.samples = samples;
    }

    /** A copy without secrets. */
    JsonNode mask(JsonNode value, SchemaNode schema) {
        return mask(value, List.of(schema));
    }

    private JsonNode mask(JsonNode value, List<SchemaNode> schemas) {
        Map<String, SchemaNode> applicable = new LinkedHashMap<>();
        schemas.forEach(schema -> addWithParts(schema, applicable));
        if (applicable.isEmpty() || value.isNull()) {
            return value;
        }
        if (applicable.values().stream().anyMatch(schema -> isSecret(schema.node()))) {
            return replacement(value, applicable.values().iterator().next());
        }
        if (value.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(field ->
                            copy.set(field.getKey(), mask(field.getValue(), ofProperty(field.getKey(), applicable))));
            return copy;
        }
        if (value.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(value.size());
            List<SchemaNode> ofElements = ofElements(applicable);
            value.forEach(element -> copy.add(mask(element, ofElements)));
            return copy;
        }
        return value;
    }

    private static boolean isSecret(JsonNode schema) {
        return schema.path("x-secret").asBoolean(false)
                || schema.path("format").asString("").equals("password");
    }

    /** A sample keeps the copy valid; a documented sample that happens to be the secret itself is none. */
    private JsonNode replacement(JsonNode value, SchemaNode schema) {
        JsonNode sample = samples.apply(schema);
        return sample.isNull() || sample.isMissingNode() || sample.equals(value) ? StringNode.valueOf("***") : sample;
    }

    /** The schema, and all that its references and combinations bring in. */
    private void addWithParts(SchemaNode schema, Map<String, SchemaNode> all) {
        if (!schema.node().isObject() || all.putIfAbsent(schema.pointer(), schema) != null) {
            return;
        }
        for (String keyword : REFERENCES) {
            String reference = schema.node().path(keyword).asString("");
            if (!reference.isEmpty()) {
                schemas.resolve(schema, reference).ifPresent(target -> addWithParts(target, all));
            }
        }
        for (String keyword : COMBINATIONS) {
            for (SchemaNode part : children(schema, keyword)) {
                addWithParts(part, all);
            }
        }
        CONDITIONS.forEach(keyword -> child(schema, keyword).forEach(part -> addWithParts(part, all)));
        children(schema, "dependentSchemas").forEach(part -> addWithParts(part, all));
    }

    private static List<SchemaNode> ofProperty(String name, Map<String, SchemaNode> schemas) {
        List<SchemaNode> found = new ArrayList<>();
        for (SchemaNode schema : schemas.values()) {
            JsonNode property = schema.node().path("properties").get(name);
            if (property != null) {
                found.add(new SchemaNode(Pointer.child(schema.pointer() + "/properties", name), property));
            }
            found.addAll(children(schema, "patternProperties"));
            found.addAll(child(schema, "additionalProperties"));
            found.addAll(child(schema, "unevaluatedProperties"));
        }
        return found;
    }

    private static List<SchemaNode> ofElements(Map<String, SchemaNode> schemas) {
        List<SchemaNode> found = new ArrayList<>();
        for (SchemaNode schema : schemas.values()) {
            found.addAll(child(schema, "items"));
            found.addAll(child(schema, "contains"));
            found.addAll(child(schema, "unevaluatedItems"));
            found.addAll(children(schema, "prefixItems"));
        }
        return found;
    }

    private static List<SchemaNode> child(SchemaNode schema, String keyword) {
        JsonNode child = schema.node().get(keyword);
        return child == null ? List.of() : List.of(new SchemaNode(Pointer.child(schema.pointer(), keyword), child));
    }

    private static List<SchemaNode> children(SchemaNode schema, String keyword) {
        String pointer = Pointer.child(schema.pointer(), keyword);
        JsonNode holder = schema.node().path(keyword);
        List<SchemaNode> found = new ArrayList<>();
        if (holder.isObject()) {
            holder.properties()
                    .forEach(entry ->
                            found.add(new SchemaNode(Pointer.child(pointer, entry.getKey()), entry.getValue())));
        } else if (holder.isArray()) {
            for (int i = 0; i < holder.size(); i++) {
                found.add(new SchemaNode(Pointer.child(pointer, i), holder.get(i)));
            }
        }
        return found;
    }
}
