package dev.countersign.mock.sample;

import dev.countersign.openapi.json.JsonText;
import dev.countersign.openapi.json.MalformedTextException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/**
 * What an author can have meant by a value whose type the schema does not allow: the same scalar in another type, as YAML
 * without quotes has it, the JSON that a text holds, a list of one, or one of a list.
 */
final class Readings {
    private static final int LONGEST_JSON = 1_000_000;
    private static final int MOST_ITEMS = 10;
    private static final int MOST_DIGITS = 100;

    private Readings() {}

    /** The value as it stands, and then other readings of it. */
    static List<JsonNode> of(JsonNode given, Constraints constraints) {
        List<JsonNode> readings = new ArrayList<>();
        readings.add(given);
        if (allows(constraints.types, given) && !constraints.isEnumerated) {
            return readings;
        }
        if (given.isString()) {
            json(given.stringValue()).ifPresent(readings::add);
        } else if (given.isNumber() || given.isBoolean()) {
            readings.add(StringNode.valueOf(text(given)));
        }
        truth(given).ifPresent(readings::add);
        if (given.isArray()) {
            given.values().stream().limit(MOST_ITEMS).forEach(readings::add);
        } else {
            readings.add(JsonNodeFactory.instance.arrayNode().add(given));
        }
        return readings;
    }

    static boolean allows(Set<String> types, JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> types.contains("object");
            case ARRAY -> types.contains("array");
            case STRING -> types.contains("string");
            case NUMBER -> types.contains("number") || (types.contains("integer") && isWhole(value));
            case BOOLEAN -> types.contains("boolean");
            default -> types.contains("null");
        };
    }

    private static boolean isWhole(JsonNode number) {
        return number.isIntegralNumber()
                || number.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    private static Optional<JsonNode> json(String text) {
        if (text.length() > LONGEST_JSON) {
            return Optional.empty();
        }
        try {
            // The sign that JSON does not write, and zeros in front, are those of telephone numbers and counters.
            String plain = text.matches("\\s*[+]?0*[0-9]+\\s*") ? digits(text.strip()) : text;
            JsonNode value = JsonText.parse(plain);
            return value.isMissingNode() || value.isString() ? Optional.empty() : Optional.of(value);
        } catch (MalformedTextException notJson) {
            return Optional.empty();
        }
    }

    private static String digits(String number) {
        String digits = number.replaceFirst("^[+]?0*", "");
        return digits.isEmpty() ? "0" : digits;
    }

    private static String text(JsonNode scalar) {
        boolean plain =
                scalar.isBigDecimal() && Math.abs((long) scalar.decimalValue().scale()) < MOST_DIGITS;
        return plain ? scalar.decimalValue().toPlainString() : scalar.asString();
    }

    private static Optional<JsonNode> truth(JsonNode given) {
        return switch (given.isValueNode() ? given.asString("").toLowerCase(Locale.ROOT) : "") {
            case "true", "yes", "on", "1" -> Optional.of(JsonNodeFactory.instance.booleanNode(true));
            case "false", "no", "off", "0" -> Optional.of(JsonNodeFactory.instance.booleanNode(false));
            default -> Optional.empty();
        };
    }
}
