package dev.countersign.openapi.document;

import dev.countersign.openapi.contract.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What stands in place of a reference that leads nowhere, so that all the rest can be read. */
final class Stopgap {
    private Stopgap() {}

    /** What a reader takes for nothing; missing where it is best not to stand there at all. */
    static JsonNode of(Kind kind) {
        ObjectNode empty = JsonNodeFactory.instance.objectNode();
        return switch (kind) {
            case SCHEMA -> empty;
            case RESPONSE, V2_RESPONSE -> empty.put("description", "");
            default -> JsonNodeFactory.instance.missingNode();
        };
    }

    /** A component stays, if only as an empty object, as others refer to it. */
    static JsonNode ofComponent(JsonNode copied) {
        return copied.isMissingNode() ? JsonNodeFactory.instance.objectNode() : copied;
    }
}
