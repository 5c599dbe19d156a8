package dev.countersign.mock.control;

import dev.countersign.openapi.json.JsonEquality;
import dev.countersign.openapi.schema.format.BoundedPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a request holds in one place: a value, a text that fits a pattern, or anything or nothing.
 *
 * @param at a JSON pointer inside the body, or a name
 */
record Condition(
        Place in, String at, Optional<JsonNode> value, Optional<BoundedPattern> pattern, Optional<Boolean> present) {

    /** The parts of a request that can be asked for. */
    enum Place {
        BODY,
        QUERY,
        HEADER,
        PATH;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads what fits an array of the schema {@code Condition} of {@code control.yaml}.
     *
     * @throws RefusedCallException when one of them can never be held against a request
     */
    static List<Condition> listOf(JsonNode array) {
        List<Condition> conditions = new ArrayList<>();
        array.forEach(each -> conditions.add(of(each)));
        return conditions;
    }

    private static Condition of(JsonNode json) {
        Place in = Place.valueOf(json.path("in").asString().toUpperCase(Locale.ROOT));
        String at = json.path("at").asString();
        if (in == Place.BODY && !at.isEmpty() && !at.startsWith("/")) {
            throw new RefusedCallException("\"" + at + "\" is no JSON pointer. One into the body begins with a slash: /"
                    + at + "; the empty one is the body as a whole.");
        }
        Optional<String> source = Optional.ofNullable(json.path("pattern").asString(null));
        Optional<BoundedPattern> pattern = source.map(text -> BoundedPattern.of(text)
                .orElseThrow(() -> new RefusedCallException("The pattern " + text + " cannot be used here.")));
        return new Condition(
                in,
                at,
                json.has("value") ? Optional.of(json.get("value")) : Optional.empty(),
                pattern,
                json.has("present") ? Optional.of(json.get("present").asBoolean()) : Optional.empty());
    }

    boolean holds(RequestContent content) {
        List<JsonNode> values = content.at(in, at);
        if (!present.orElse(true)) {
            return values.isEmpty();
        }
        return values.stream().anyMatch(this::fits);
    }

    private boolean fits(JsonNode actual) {
        return value.map(expected -> in == Place.BODY
                                ? JsonEquality.equal(expected, actual)
                                : text(expected).equals(text(actual)))
                        .orElse(true)
                && pattern.map(each -> each.matches(text(actual))).orElse(true);
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }

    /** {@code body /email}. */
    String place() {
        return (in.label() + " " + at).strip();
    }

    /** {@code body /email = "a@b.example"}. */
    String sentence(boolean shown) {
        return place() + (value.isPresent() ? " = " : " ") + expected(shown);
    }

    /** In what a request differs that does not hold it. */
    String difference(RequestContent content, boolean shown) {
        List<JsonNode> values = content.at(in, at);
        String actual = values.isEmpty()
                ? "was not there"
                : shown
                        ? "was "
                                + values.stream()
                                        .map(JsonNode::toString)
                                        .map(Condition::shortened)
                                        .collect(Collectors.joining(", "))
                        : "was another (not shown)";
        return place() + ": expected " + expected(shown) + ", " + actual;
    }

    private String expected(boolean shown) {
        if (!present.orElse(true)) {
            return "nothing there";
        }
        if (!shown && (value.isPresent() || pattern.isPresent())) {
            return "a value (not shown)";
        }
        String fitting = pattern.map(each -> "what fits " + each.source()).orElse("anything");
        return value.map(each -> shortened(each.toString())
                        + pattern.map(other -> " and " + fitting).orElse(""))
                .orElse(fitting);
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    /** The place only: the value may be a secret. */
    @Override
    public String toString() {
        return place();
    }
}
