package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a documentation page shows as an example of a model: the schema's own, or one put together from its properties'. */
final class ModelExample {
    private static final int DEEPEST = 4;

    /** A longer example is of no help, and models that hold each other have no end. */
    private static final int MOST_SCHEMAS = 60;

    private final Document document;
    private int seen;

    private ModelExample(Document document) {
        this.document = document;
    }

    /** As indented JSON; empty when the contract has no value for a required property. */
    static String of(Shape shape, Document document) {
        return new ModelExample(document)
                .value(shape, 0)
                .map(JsonNode::toPrettyString)
                .orElse("");
    }

    private Optional<JsonNode> value(Shape shape, int depth) {
        JsonNode own = shape.has("example")
                ? shape.keyword("example")
                : shape.keyword("examples").path(0);
        if (!own.isMissingNode()) {
            return Optional.of(own);
        }
        if (shape.has("const")) {
            return Optional.of(shape.keyword("const"));
        }
        if (shape.keyword("enum").size() > 0) {
            return Optional.of(shape.keyword("enum").get(0));
        }
        return shape.properties.isEmpty() || depth > DEEPEST ? Optional.empty() : object(shape, depth);
    }

    private Optional<JsonNode> object(Shape shape, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, SchemaNode> property : shape.properties.entrySet()) {
            Optional<JsonNode> value =
                    seen++ < MOST_SCHEMAS ? value(document.shape(property.getValue()), depth + 1) : Optional.empty();
            if (value.isPresent()) {
                object.set(property.getKey(), value.get());
            } else if (shape.required.contains(property.getKey())) {
                return Optional.empty();
            }
        }
        return object.isEmpty() ? Optional.empty() : Optional.of(object);
    }
}
