package dev.countersign.verify.release;

import dev.countersign.openapi.json.Pointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema as it acts: references followed, {@code allOf} merged, words left out, and what the two dialects write in
 * several ways written in one. Only the outermost level is made; what lies below is as it was written.
 */
final class EffectiveSchema {
    static final Set<String> ALL_TYPES = Set.of("null", "boolean", "object", "array", "string", "number", "integer");

    private static final Set<String> WORDS = Set.of(
            "title",
            "description",
            "example",
            "examples",
            "externalDocs",
            "summary",
            "$comment",
            "$id",
            "$schema",
            "$anchor",
            "$dynamicAnchor",
            "$defs",
            "definitions");
    private static final Set<String> MERGED = Set.of("$ref", "allOf", "nullable", "const", "type");

    private final JsonNode document;

    EffectiveSchema(JsonNode document) {
        this.document = document;
    }

    /** Never changes what it is given; a missing node is the schema that allows everything. */
    ObjectNode of(JsonNode schema) {
        return of(schema, new HashMap<>());
    }

    /** @param met what references mean; nothing while it is being found out, as a schema adds nothing to itself */
    private ObjectNode of(JsonNode schema, Map<String, ObjectNode> met) {
        ObjectNode effective = JsonNodeFactory.instance.objectNode();
        if (schema.isBoolean() && !schema.asBoolean()) {
            effective.putObject("not");
        }
        if (!schema.isObject()) {
            return effective;
        }
        String reference = Pointer.reference(schema);
        if (reference != null) {
            Merge.into(effective, referred(reference, met));
        }
        schema.path("allOf").forEach(part -> Merge.into(effective, of(part, met)));
        ObjectNode own = own(schema);
        List<ObjectNode> onlyOnes = new ArrayList<>();
        boolean nullable = schema.path("nullable").asBoolean(false);
        // Those of other schemas have been looked at there; where schemas lead in a circle, to look again would never
        // end.
        for (String keyword : List.of("anyOf", "oneOf")) {
            List<ObjectNode> alternatives =
                    own.path(keyword).valueStream().map(a -> of(a, met)).toList();
            Optional<ObjectNode> only = onlyOne(alternatives);
            if (only.isPresent()) {
                own.remove(keyword);
                onlyOnes.add(only.get());
                nullable |= alternatives.size() > 1;
            }
        }
        Merge.into(effective, own);
        onlyOnes.forEach(only -> Merge.into(effective, only));
        if (nullable && effective.path("type") instanceof ArrayNode types) {
            effective.set("type", types(Stream.concat(names(types), Stream.of("null"))));
        }
        return effective;
    }

    /** The single alternative beside null. */
    private static Optional<ObjectNode> onlyOne(List<ObjectNode> alternatives) {
        List<ObjectNode> others = alternatives.stream()
                .filter(alternative -> !typesOf(alternative).equals(Set.of("null")))
                .toList();
        return others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
    }

    private ObjectNode referred(String reference, Map<String, ObjectNode> met) {
        ObjectNode known = met.putIfAbsent(reference, JsonNodeFactory.instance.objectNode());
        if (known == null) {
            known = of(target(reference), met);
            met.put(reference, known);
        }
        return known;
    }

    private JsonNode target(String reference) {
        JsonNode found = Pointer.find(document, Pointer.ofReference(reference));
        return found == null ? JsonNodeFactory.instance.missingNode() : found;
    }

    private static ObjectNode own(JsonNode schema) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        schema.properties().stream()
                .filter(p -> !MERGED.contains(p.getKey()))
                .filter(p -> !WORDS.contains(p.getKey()) && !p.getKey().startsWith("x-"))
                .forEach(p -> own.set(p.getKey(), p.getValue()));
        if (schema.has("type")) {
            JsonNode type = schema.path("type");
            own.set("type", types(type.isArray() ? names(type) : Stream.of(type.asString(""))));
        }
        if (schema.has("const")) {
            own.putArray("enum").add(schema.path("const"));
        }
        exclusive(own, "exclusiveMaximum", "maximum");
        exclusive(own, "exclusiveMinimum", "minimum");
        return own;
    }

    /** OpenAPI 3.0 writes {@code maximum: 5, exclusiveMaximum: true} for what 3.1 calls {@code exclusiveMaximum: 5}. */
    private static void exclusive(ObjectNode own, String keyword, String bound) {
        if (own.path(keyword).isBoolean()) {
            boolean excludes = own.remove(keyword).asBoolean();
            if (excludes && own.has(bound)) {
                own.set(keyword, own.remove(bound));
            }
        }
    }

    /** The types that a schema made here allows. */
    static Set<String> typesOf(JsonNode effective) {
        if (effective.path("enum").isArray()) {
            Set<String> types = new TreeSet<>();
            effective.path("enum").forEach(value -> types.add(typeOf(value)));
            return types;
        }
        return effective.has("type") ? Set.copyOf(names(effective.path("type")).toList()) : ALL_TYPES;
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> "null";
            case BOOLEAN -> "boolean";
            case OBJECT -> "object";
            case ARRAY -> "array";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> "string";
        };
    }

    private static Stream<String> names(JsonNode types) {
        return types.valueStream().map(type -> type.asString(""));
    }

    /** A number may be an integer; so both names stand where {@code number} is written. */
    private static ArrayNode types(Stream<String> names) {
        Set<String> all = new TreeSet<>(names.toList());
        if (all.contains("number")) {
            all.add("integer");
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        all.forEach(array::add);
        return array;
    }
}
