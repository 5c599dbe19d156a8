package dev.countersign.openapi.schema;

import dev.countersign.openapi.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code uniqueItems}. */
record UniqueItems(Origin origin) implements Assertion {
    @Override
    public boolean accepts(JsonNode value) {
        return !value.isArray() || value.size() < 2 || repeated(value).isEmpty();
    }

    @Override
    public String message(JsonNode value) {
        return "must not repeat items, but " + repeated(value);
    }

    private static String repeated(JsonNode array) {
        Map<JsonValue, Integer> seen = new HashMap<>();
        for (int index = 0; index < array.size(); index++) {
            Integer first = seen.putIfAbsent(new JsonValue(array.get(index)), index);
            if (first != null) {
                return "items " + first + " and " + index + " are equal";
            }
        }
        return "";
    }
}
