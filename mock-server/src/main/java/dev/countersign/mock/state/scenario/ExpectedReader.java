package dev.countersign.mock.state.scenario;

import dev.countersign.mock.state.scenario.Expected.Check;
import dev.countersign.openapi.json.JsonEquality;
import dev.countersign.openapi.json.Pointer;
import dev.countersign.openapi.schema.format.BoundedPattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what a value has to be like: a value that it equals, or {@code {pattern: …, present: …, atLeast: …}}. */
record ExpectedReader(ExpressionReader expressions) {
    Expected read(JsonNode written, String pointer) {
        if (!written.isObject()) {
            return new Expected(List.of(equal(expressions.template(written, pointer))));
        }
        List<Check> checks = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : written.properties()) {
            checks.add(check(member.getKey(), member.getValue(), Pointer.child(pointer, member.getKey())));
        }
        return new Expected(checks);
    }

    private Check check(String operator, JsonNode value, String pointer) {
        Template template = expressions.template(value, pointer);
        return switch (operator) {
            case "equals" -> equal(template);
            case "not" -> (actual, scope) -> !equal(template).holds(actual, scope);
            case "oneOf" ->
                (actual, scope) -> template.value(scope).valueStream().anyMatch(one -> isEqual(actual, one));
            case "present" -> (actual, scope) -> isThere(actual) == value.asBoolean(true);
            case "atLeast" ->
                (actual, scope) -> compare(actual, template.value(scope))
                        .filter(order -> order >= 0)
                        .isPresent();
            case "below" ->
                (actual, scope) -> compare(actual, template.value(scope))
                        .filter(order -> order < 0)
                        .isPresent();
            default -> pattern(value.asString(""), pointer);
        };
    }

    private Check pattern(String source, String pointer) {
        Optional<BoundedPattern> pattern = BoundedPattern.of(source);
        if (pattern.isEmpty()) {
            expressions.faults().add(pointer, "This is no regular expression that can be used.", "");
            return (actual, scope) -> false;
        }
        return (actual, scope) -> isThere(actual) && pattern.get().matches(Template.text(actual));
    }

    private static Check equal(Template expected) {
        return (actual, scope) -> isEqual(actual, expected.value(scope));
    }

    /** What is not there equals nothing; a number of a query or a path, which is text there, equals that number. */
    private static boolean isEqual(JsonNode actual, JsonNode expected) {
        if (actual.isMissingNode() || expected.isMissingNode()) {
            return false;
        }
        boolean mixed = actual.isString() != expected.isString() && actual.isValueNode() && expected.isValueNode();
        return JsonEquality.equal(actual, expected)
                || mixed
                        && !actual.isNull()
                        && !expected.isNull()
                        && actual.asString("").equals(expected.asString(""));
    }

    private static boolean isThere(JsonNode actual) {
        return !actual.isMissingNode() && !actual.isNull();
    }

    /** Numbers by size, also where one is written as text; texts by their characters, as times in RFC 3339 can be. */
    private static Optional<Integer> compare(JsonNode one, JsonNode other) {
        if (!isThere(one) || !isThere(other)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(one.asString("")).compareTo(new BigDecimal(other.asString(""))));
        } catch (NumberFormatException notNumbers) {
            return Optional.of(one.asString("").compareTo(other.asString("")));
        }
    }
}
