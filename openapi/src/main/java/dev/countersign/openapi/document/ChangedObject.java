package dev.countersign.openapi.document;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of an object of which some fields may change: itself where none does, else a copy. */
@SuppressWarnings("ReferenceEquality") // A field that holds an equal value, but another, has changed.
final class ChangedObject {
    private final ObjectNode original;
    private ObjectNode current;

    /** @param copied whether there is to be a copy in any case */
    ChangedObject(ObjectNode original, boolean copied) {
        this.original = original;
        this.current = copied ? copy(original) : original;
    }

    /** A missing value removes the field. */
    void set(String field, JsonNode value) {
        if (value.isMissingNode()) {
            remove(field);
        } else if (current.get(field) != value) {
            own().set(field, value);
        }
    }

    void remove(String field) {
        if (current.has(field)) {
            own().remove(field);
        }
    }

    ObjectNode result() {
        return current;
    }

    private ObjectNode own() {
        if (current == original) {
            current = copy(original);
        }
        return current;
    }

    private static ObjectNode copy(ObjectNode original) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        copy.setAll(original);
        return copy;
    }
}
