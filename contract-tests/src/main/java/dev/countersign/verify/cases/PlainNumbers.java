package dev.countersign.verify.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes each number in one way: {@code 5} for {@code 5.0} and {@code 5e0}, {@code 12.5} for {@code 12.50}. They are equal,
 * but Pact tells them apart, and no typed client remembers how an example was written.
 */
final class PlainNumbers {
    /** Any integer of so many digits fits into a long. */
    private static final int DIGITS_OF_A_LONG = 18;

    private PlainNumbers() {}

    static JsonNode in(JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(property -> copy.set(property.getKey(), in(property.getValue())));
            return copy;
        }
        if (value instanceof ArrayNode array) {
            List<JsonNode> items = new ArrayList<>();
            array.forEach(item -> items.add(in(item)));
            return array.arrayNode().addAll(items);
        }
        return value.isNumber() && !value.isIntegralNumber() ? plain(value.decimalValue()) : value;
    }

    private static JsonNode plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        boolean whole = shortest.scale() <= 0 && shortest.precision() - shortest.scale() <= DIGITS_OF_A_LONG;
        return whole
                ? JsonNodeFactory.instance.numberNode(shortest.longValueExact())
                : JsonNodeFactory.instance.numberNode(shortest);
    }
}
