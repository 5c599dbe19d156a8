package dev.countersign.verify.cases;

import dev.countersign.openapi.json.JsonEquality;
import dev.countersign.openapi.json.Pointer;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Where two JSON values differ. Numbers compare by value, and date-times by the instant that they name. */
public final class JsonDifference {
    private JsonDifference() {}

    /** One line for each difference, with its JSON pointer; empty when both say the same. */
    public static List<String> between(JsonNode expected, JsonNode actual) {
        List<String> differences = new ArrayList<>();
        compare("", expected, actual, differences);
        return differences;
    }

    private static void compare(String pointer, JsonNode expected, JsonNode actual, List<String> differences) {
        if (expected.isObject() && actual.isObject()) {
            expected.properties()
                    .forEach(p -> compare(
                            Pointer.child(pointer, p.getKey()), p.getValue(), actual.path(p.getKey()), differences));
            actual.properties().stream()
                    .filter(p -> !expected.has(p.getKey()))
                    .forEach(p -> differences.add(
                            Pointer.child(pointer, p.getKey()) + ": not expected, but was " + p.getValue()));
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(pointer + "/" + i, expected.get(i), actual.get(i), differences);
            }
        } else if (!isSame(expected, actual)) {
            differences.add((pointer.isEmpty() ? "(whole body)" : pointer) + ": expected " + expected + ", but "
                    + (actual.isMissingNode() ? "it is missing" : "was " + actual));
        }
    }

    private static boolean isSame(JsonNode expected, JsonNode actual) {
        return JsonEquality.equal(expected, actual)
                || expected.isString() && actual.isString() && isSameInstant(expected.asString(), actual.asString());
    }

    private static boolean isSameInstant(String expected, String actual) {
        try {
            return expected.length() > 10 && OffsetDateTime.parse(expected).isEqual(OffsetDateTime.parse(actual));
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
