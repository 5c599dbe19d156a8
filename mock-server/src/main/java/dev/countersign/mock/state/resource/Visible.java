package dev.countersign.mock.state.resource;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A value without what is write-only, such as a password: that is stored and never sent. */
final class Visible {
    private static final int DEEPEST = 20;

    private Visible() {}

    static JsonNode of(JsonNode value, SchemaNode schema) {
        return of(value, schema, 0);
    }

    private static JsonNode of(JsonNode value, SchemaNode schema, int depth) {
        if (depth > DEEPEST) {
            return value;
        }
        if (value.isObject()) {
            Map<String, SchemaNode> properties = schema.properties();
            ObjectNode visible = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                SchemaNode property = properties.get(member.getKey());
                if (property == null) {
                    visible.set(member.getKey(), member.getValue());
                } else if (!property.isMarked("writeOnly")) {
                    visible.set(member.getKey(), of(member.getValue(), property, depth + 1));
                }
            }
            return visible;
        }
        Optional<SchemaNode> items = value.isArray() ? SchemaParts.items(schema) : Optional.empty();
        if (items.isEmpty()) {
            return value;
        }
        ArrayNode visible = JsonNodeFactory.instance.arrayNode(value.size());
        value.forEach(item -> visible.add(of(item, items.get(), depth + 1)));
        return visible;
    }
}
