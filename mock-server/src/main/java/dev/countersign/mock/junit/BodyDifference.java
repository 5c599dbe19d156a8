package dev.countersign.mock.junit;

import dev.countersign.openapi.json.JsonEquality;
import dev.countersign.openapi.json.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A place in which a body is not what was expected.
 *
 * @param pointer JSON pointer of the place
 * @param names the properties on the way there
 * @param expected absent where nothing was expected
 * @param actual absent where nothing is
 */
record BodyDifference(String pointer, List<String> names, Optional<JsonNode> expected, Optional<JsonNode> actual) {
    /** Of a body that cannot be compared. */
    static final BodyDifference NOT_JSON = new BodyDifference("", List.of(), Optional.empty(), Optional.empty());

    private static final int LONGEST = 100;

    /** Every difference, in the order of the expected value. */
    static List<BodyDifference> between(JsonNode expected, JsonNode actual) {
        List<BodyDifference> found = new ArrayList<>();
        compare("", List.of(), Optional.of(expected), Optional.of(actual), found);
        return found;
    }

    private static void compare(
            String pointer,
            List<String> names,
            Optional<JsonNode> expected,
            Optional<JsonNode> actual,
            List<BodyDifference> found) {
        if (both(expected, actual, JsonNode::isObject)) {
            compareObjects(pointer, names, expected.orElseThrow(), actual.orElseThrow(), found);
        } else if (both(expected, actual, JsonNode::isArray)) {
            int size =
                    Math.max(expected.orElseThrow().size(), actual.orElseThrow().size());
            for (int i = 0; i < size; i++) {
                int index = i;
                compare(
                        Pointer.child(pointer, i),
                        names,
                        expected.map(array -> array.get(index)),
                        actual.map(array -> array.get(index)),
                        found);
            }
        } else if (!same(expected, actual)) {
            found.add(new BodyDifference(pointer, names, expected, actual));
        }
    }

    private static void compareObjects(
            String pointer, List<String> names, JsonNode expected, JsonNode actual, List<BodyDifference> found) {
        Set<String> all = new LinkedHashSet<>(expected.propertyNames());
        all.addAll(actual.propertyNames());
        for (String name : all) {
            List<String> longer = new ArrayList<>(names);
            longer.add(name);
            compare(
                    Pointer.child(pointer, name),
                    List.copyOf(longer),
                    Optional.ofNullable(expected.get(name)),
                    Optional.ofNullable(actual.get(name)),
                    found);
        }
    }

    private static boolean both(Optional<JsonNode> one, Optional<JsonNode> other, Predicate<JsonNode> kind) {
        return one.filter(kind).isPresent() && other.filter(kind).isPresent();
    }

    private static boolean same(Optional<JsonNode> expected, Optional<JsonNode> actual) {
        return expected.isPresent()
                ? actual.filter(value -> JsonEquality.equal(expected.get(), value))
                        .isPresent()
                : actual.isEmpty();
    }

    /** A body that lacks a property, or has one too many, is further off than one with another value. */
    int weight() {
        return expected.isPresent() && actual.isPresent() ? 1 : 2;
    }

    /** The difference in words. */
    String sentence(ShownValues shown) {
        if (expected.isEmpty() && actual.isEmpty()) {
            return "the body is not JSON";
        }
        String place = pointer.isEmpty() ? "the body: " : pointer + ": ";
        if (actual.isEmpty()) {
            return place + "missing";
        }
        if (expected.isEmpty()) {
            return place + "not expected";
        }
        return shown.test(names)
                ? place + "expected " + text(expected.get()) + ", was " + text(actual.get())
                : place + "another value (not shown)";
    }

    private static String text(JsonNode value) {
        if (value.isContainer()) {
            return value.isObject() ? "an object" : "an array";
        }
        String text = value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
