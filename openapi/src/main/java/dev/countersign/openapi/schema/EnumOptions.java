package dev.countersign.openapi.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/**
 * The values of an {@code enum}. Authors write {@code type: string, enum: [1, 2]}, or numbers between quotes, and to the
 * letter no value fits. Where none of the options has the one type that is named, what they read as in that type is meant.
 */
public final class EnumOptions {
    private static final int LONGEST_NUMBER = 100;

    /** Any number of so many digits fits. */
    private static final int DIGITS_OF_A_LONG = 18;

    private EnumOptions() {}

    /** The options of a schema; none where it has no {@code enum}. */
    public static List<JsonNode> of(JsonNode schema) {
        JsonNode options = schema.path("enum");
        if (!options.isArray()) {
            return List.of();
        }
        String type = schema.path("type").stringValue("");
        List<JsonNode> meant = new ArrayList<>();
        for (JsonNode option : options) {
            boolean text = type.equals("string") && (option.isNumber() || option.isBoolean());
            boolean number = (type.equals("integer") || type.equals("number")) && option.isString();
            boolean truth = type.equals("boolean") && option.isString() && isBoolean(option.stringValue());
            if (truth) {
                meant.add(JsonNodeFactory.instance.booleanNode(
                        option.stringValue().equals("true")));
            } else if (text) {
                meant.add(StringNode.valueOf(option.asString()));
            } else if (number && isNumber(option.stringValue())) {
                meant.add(number(option.stringValue()));
            }
        }
        boolean all = !meant.isEmpty() && meant.size() == options.size();
        return all ? List.copyOf(meant) : List.copyOf(options.values());
    }

    /** Whether each item of an array must be one of the options, and not the array itself. */
    public static boolean areOfItems(JsonNode schema) {
        JsonNode options = schema.path("enum");
        return schema.path("type").stringValue("").equals("array")
                && options.isArray()
                && !options.isEmpty()
                && options.values().stream().allMatch(JsonNode::isValueNode);
    }

    private static JsonNode number(String text) {
        BigDecimal exact = new BigDecimal(text);
        boolean whole = !text.contains(".") && exact.precision() <= DIGITS_OF_A_LONG;
        return whole
                ? JsonNodeFactory.instance.numberNode(exact.longValue())
                : JsonNodeFactory.instance.numberNode(exact);
    }

    private static boolean isBoolean(String text) {
        return text.equals("true") || text.equals("false");
    }

    private static boolean isNumber(String text) {
        return text.length() <= LONGEST_NUMBER && text.matches("-?[0-9]+(\\.[0-9]+)?");
    }
}
