package dev.countersign.mock.sample;

import dev.countersign.openapi.json.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Says in words what was done to an example, place by place; never a value, which may be a secret. */
final class Repairs {
    private static final int SHOWN = 5;

    private final List<String> repairs = new ArrayList<>();

    private Repairs() {}

    /** For instance {@code /b is made up, /zip is read as a string}; empty when both are the same. */
    static String between(JsonNode example, JsonNode served) {
        Repairs all = new Repairs();
        all.compare("", example, served);
        String shown = all.repairs.stream().limit(SHOWN).collect(Collectors.joining(", "));
        int more = all.repairs.size() - SHOWN;
        return more > 0 ? shown + ", and " + more + " more places are changed" : shown;
    }

    private void compare(String at, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            for (String name : before.propertyNames()) {
                compare(Pointer.child(at, name), before.path(name), after.path(name));
            }
            for (String name : after.propertyNames()) {
                if (!before.has(name)) {
                    repairs.add(Pointer.child(at, name) + " is added");
                }
            }
        } else if (before.isArray() && after.isArray()) {
            for (int index = 0; index < before.size(); index++) {
                compare(Pointer.child(at, index), before.path(index), after.path(index));
            }
            if (after.size() > before.size()) {
                repairs.add((at.isEmpty() ? "it" : at) + " is filled up");
            }
        } else {
            repairs.add((at.isEmpty() ? "it" : at) + " is " + change(before, after));
        }
    }

    private static String change(JsonNode before, JsonNode after) {
        if (after.isMissingNode()) {
            return "left out";
        }
        boolean spelling = before.isValueNode() && after.isValueNode() && before.getNodeType() != after.getNodeType();
        if (spelling && before.asString("").equals(after.asString(""))) {
            return "read as a " + after.getNodeType().toString().toLowerCase(Locale.ROOT);
        }
        if (before.isString() && after.isContainer()) {
            return "read as the JSON that the text holds";
        }
        if (after.isArray() && after.size() == 1) {
            return "made a list of one";
        }
        return "replaced";
    }
}
