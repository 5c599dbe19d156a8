package dev.countersign.openapi.schema;

import dev.countersign.openapi.json.JsonTree;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Hands out a JSON text part by part, so that no more of it stands in memory than is looked at. For one thread. */
final class JsonParts {
    private final JsonParser parser;
    private boolean repeating;

    /** Stands at the first token of a value. */
    JsonParts(JsonParser parser) {
        this.parser = parser;
    }

    boolean isAtArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    boolean isAtObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    /** The value at whose first token the text stands; then it stands at the last one. */
    JsonNode tree() {
        return JsonTree.part(parser, pointer -> repeating = true);
    }

    /** Goes to the next item of an array, from its start or from the end of an item; false at the array's end. */
    boolean nextItem() {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    /** Goes to the value of the next property of an object, likewise, and returns its name; null at the object's end. */
    @Nullable String nextProperty() {
        String name = parser.nextName();
        if (name != null) {
            parser.nextToken();
        }
        return name;
    }

    /** Remembers that an object has a property twice. */
    void repeats() {
        repeating = true;
    }

    /** Whether some object has a property twice, so that what was read first does not count. */
    boolean isRepeating() {
        return repeating;
    }
}
