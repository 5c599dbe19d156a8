package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.EnumOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What all schemas that apply to one value allow together. Filled by {@link ConstraintReader}. */
final class Constraints {
    static final List<String> TYPES = List.of("object", "array", "string", "integer", "number", "boolean", "null");

    /** The types that are left, in the order of the first schema that names some. */
    final Set<String> types = new LinkedHashSet<>(TYPES);

    /** Values of which it must be one, when {@link #isEnumerated}. */
    final List<JsonNode> options = new ArrayList<>();

    final Offers offers = new Offers();

    final NumberConstraints number = new NumberConstraints();
    final StringConstraints string = new StringConstraints();
    final ArrayConstraints array = new ArrayConstraints();
    final ObjectConstraints object = new ObjectConstraints();

    /** Pointers of the schemas that were met. */
    final Set<String> pointers = new LinkedHashSet<>();

    /** Values of discriminator properties. */
    final Map<String, JsonNode> discriminators = new HashMap<>();

    /** Alternatives of a {@code oneOf} that the value must not fit, each with the properties that it names. */
    final List<Rival> rivals = new ArrayList<>();

    /** An alternative that was not chosen. */
    record Rival(SchemaNode schema, Set<String> names) {}

    boolean isTyped;
    boolean isEnumerated;
    boolean isImpossible;
    boolean isReadOnly;
    boolean isWriteOnly;

    /** Adds what a schema says by itself, without the schemas that it refers to or is composed of. */
    void add(SchemaNode schema) {
        JsonNode node = schema.node();
        Set<String> types = new LinkedHashSet<>();
        for (JsonNode type : node.path("type").isArray() ? node.path("type").values() : List.of(node.path("type"))) {
            types.add(type.stringValue(""));
        }
        if (TYPES.containsAll(types)) {
            narrowTypes(types);
        }
        if (EnumOptions.areOfItems(node)) {
            array.addOptions(schema);
        } else if (node.path("enum").isArray()) {
            narrowOptions(EnumOptions.of(node));
        }
        if (node.has("const")) {
            narrowOptions(List.of(node.path("const")));
        }
        number.add(node);
        string.add(schema);
        array.add(schema);
        object.add(schema);
        isReadOnly |= node.path("readOnly").asBoolean(false);
        isWriteOnly |= node.path("writeOnly").asBoolean(false);
    }

    void narrowTypes(Set<String> names) {
        Set<String> left = new LinkedHashSet<>(names);
        if (left.contains("number")) {
            left.add("integer");
        }
        left.retainAll(types);
        if (isTyped) {
            types.retainAll(left);
        } else {
            types.clear();
            types.addAll(left);
        }
        isTyped = true;
        isImpossible |= types.isEmpty();
    }

    void narrowOptions(List<JsonNode> values) {
        if (isEnumerated) {
            options.retainAll(values);
        } else {
            options.addAll(values);
        }
        isEnumerated = true;
    }

    /** Whether the value can be neither an object nor an array. */
    boolean isScalar() {
        return isEnumerated || (isTyped && !types.contains("object") && !types.contains("array"));
    }

    /** Adds what a {@code not} excludes where that is simple; the others are left to validation. */
    void addNegation(JsonNode node) {
        if (node.size() != 1) {
            return;
        }
        if (node.path("type").isString()) {
            Set<String> left = new LinkedHashSet<>(types);
            left.remove(node.path("type").stringValue());
            if (node.path("type").stringValue().equals("number")) {
                left.remove("integer");
            }
            narrowTypes(left);
        }
        if (node.path("required").size() == 1) {
            object.forbidden.add(node.path("required").path(0).stringValue(""));
        }
        options.removeIf(option -> option.equals(node.path("const")) || isIn(option, node.path("enum")));
    }

    private static boolean isIn(JsonNode value, JsonNode list) {
        return list.isArray() && list.values().contains(value);
    }
}
