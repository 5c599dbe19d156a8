package dev.countersign.mock.render;

import dev.countersign.mock.validate.Validated;
import dev.countersign.openapi.schema.CompiledSchema;
import dev.countersign.openapi.schema.format.Budget;
import dev.countersign.openapi.schema.format.BudgetExceededException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Puts what is wrong with a request into the text field that a contract's error has for it: the property marked {@code
 * x-violations: true}, or one whose name says so, the most detail-like first. The result must still fit the schema, or the
 * next field is tried; when none will do, the example stays as it is.
 */
final class ViolationText {
    private static final List<String> NAMES = List.of(
            "body",
            "details",
            "detail",
            "violations",
            "errors",
            "error_description",
            "errorDescription",
            "description",
            "reason",
            "error",
            "message",
            "msg");

    private static final long UNITS = 200_000;

    private final Optional<CompiledSchema> schema;
    private final List<JsonPointer> places;

    private ViolationText(Optional<CompiledSchema> schema, List<JsonPointer> places) {
        this.schema = schema;
        this.places = places;
    }

    /**
     * Finds the places, the best first.
     *
     * @param marked the properties that the contract itself marks
     */
    static ViolationText of(JsonNode example, List<String> marked, Optional<CompiledSchema> schema) {
        List<JsonPointer> places = new ArrayList<>();
        List<String> names = new ArrayList<>(marked);
        names.addAll(NAMES);
        collect(example, names, JsonPointer.empty(), places);
        for (String name : names) {
            collect(example.path(name), names, JsonPointer.empty().appendProperty(name), places);
        }
        return new ViolationText(schema, List.copyOf(places));
    }

    private static void collect(JsonNode object, List<String> names, JsonPointer at, List<JsonPointer> places) {
        if (object.isObject()) {
            for (String name : names) {
                JsonNode value = object.path(name);
                if (value.isString() || isTexts(value)) {
                    places.add(at.appendProperty(name));
                }
            }
        }
    }

    private static boolean isTexts(JsonNode value) {
        return value.isArray() && !value.isEmpty() && value.valueStream().allMatch(JsonNode::isString);
    }

    /** The example with the violations in its best field; absent when it has none that could take them. */
    Optional<JsonNode> insert(JsonNode example, Validated request) {
        Budget budget = new Budget(UNITS);
        for (JsonPointer place : places) {
            JsonNode copy = example.deepCopy();
            if (copy.at(place.head()) instanceof ObjectNode owner) {
                String name = place.last().getMatchingProperty();
                owner.set(name, text(owner.path(name), request));
                if (fits(copy, budget)) {
                    return Optional.of(copy);
                }
            }
        }
        return Optional.empty();
    }

    /** The text holds what the client has sent, so that a pattern of the contract's may take very long over it. */
    private boolean fits(JsonNode error, Budget budget) {
        try {
            return schema.isEmpty() || schema.get().validate(error, budget).isEmpty();
        } catch (BudgetExceededException tooMuch) {
            return false;
        }
    }

    private static JsonNode text(JsonNode before, Validated request) {
        if (before instanceof ArrayNode array) {
            ArrayNode texts = array.arrayNode();
            request.violations().forEach(violation -> texts.add(violation.sentence()));
            return texts;
        }
        return StringNode.valueOf(request.summary());
    }
}
