package dev.countersign.mock.choose;

import java.util.Comparator;
import tools.jackson.databind.JsonNode;

/** Equality of JSON values, in which {@code 1} and {@code 1.0} are one number (JSON Schema core section 4.2.2). */
final class SameValue {
    private static final Comparator<JsonNode> SCALARS = (a, b) -> {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue());
        }
        return a.equals(b) ? 0 : 1;
    };

    private SameValue() {}

    static boolean test(JsonNode a, JsonNode b) {
        return a.equals(SCALARS, b);
    }
}
