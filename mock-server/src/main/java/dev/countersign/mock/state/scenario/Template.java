package dev.countersign.mock.state.scenario;

import dev.countersign.openapi.json.JsonTree;
import tools.jackson.databind.JsonNode;

/**
 * A value with expressions in it. What they stand for is data: it is put in as it is and never read as an expression itself.
 * Thread-safe.
 */
interface Template {
    /** The value for a request; the missing node when it is one expression that has none. */
    JsonNode value(Scope scope);

    /** The value as text: texts without quotes, objects and arrays as JSON, nothing for what is missing. */
    default String text(Scope scope) {
        return text(value(scope));
    }

    static String text(JsonNode value) {
        return value.isContainer() ? JsonTree.text(value) : value.asString("");
    }
}
