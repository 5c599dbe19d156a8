package dev.countersign.openapi.contract;

import dev.countersign.openapi.contract.Grammar.Field;
import dev.countersign.openapi.contract.Grammar.Occurs;
import dev.countersign.openapi.json.Pointer;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A bundled document for tools that take every {@code $ref} for a reference, wherever it stands: in extensions, in examples,
 * in texts. Those that lead nowhere in the document are left out of what is data; all others stay.
 */
public final class PortableDocument {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode document;

    private PortableDocument(ObjectNode document) {
        this.document = document;
    }

    /** A copy; the document itself is left as it is. */
    public static ObjectNode of(ObjectNode document) {
        return (ObjectNode) new PortableDocument(document).copy(document, Kind.DOCUMENT);
    }

    private JsonNode copy(JsonNode node, Kind kind) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode copy = NODES.objectNode();
        for (var entry : object.properties()) {
            Optional<Field> field = Grammar.field(kind, entry.getKey()).filter(known -> known.kind() != Kind.DATA);
            boolean reference =
                    entry.getKey().equals("$ref") && entry.getValue().isString();
            JsonNode value = entry.getValue();
            copy.set(
                    entry.getKey(),
                    field.isPresent() ? copyField(value, field.get()) : reference ? value : data(value));
        }
        return copy;
    }

    private JsonNode copyField(JsonNode value, Field field) {
        if (field.occurs() == Occurs.LIST && value.isArray()) {
            ArrayNode list = NODES.arrayNode(value.size());
            value.forEach(element -> list.add(copy(element, field.kind())));
            return list;
        }
        if (field.occurs() == Occurs.MAP && value.isObject()) {
            ObjectNode map = NODES.objectNode();
            value.properties().forEach(entry -> map.set(entry.getKey(), copy(entry.getValue(), field.kind())));
            return map;
        }
        return copy(value, field.kind());
    }

    private JsonNode data(JsonNode value) {
        if (value.isArray()) {
            ArrayNode list = NODES.arrayNode(value.size());
            value.forEach(element -> list.add(data(element)));
            return list;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode copy = NODES.objectNode();
        String reference = Pointer.reference(value);
        boolean dangling = reference != null
                && !(reference.startsWith("#") && Pointer.find(document, Pointer.ofReference(reference)) != null);
        for (var entry : value.properties()) {
            if (!dangling || !entry.getKey().equals("$ref")) {
                copy.set(entry.getKey(), data(entry.getValue()));
            }
        }
        return copy;
    }
}
