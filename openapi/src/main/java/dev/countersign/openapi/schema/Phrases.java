package dev.countersign.openapi.schema;

import dev.countersign.openapi.json.Numbers;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The turns of phrase that messages share. */
final class Phrases {
    private static final int LONGEST_OPTION = 80;
    private static final int MOST_OPTIONS = 20;

    private Phrases() {}

    /** A number as one writes it, unless that would be a line of zeros. */
    static String number(BigDecimal number) {
        boolean plain = Math.abs((long) number.scale()) < 20 && number.precision() < 40;
        return plain ? number.toPlainString() : shortened(number.toString());
    }

    static String number(JsonNode number) {
        return Numbers.isFinite(number) ? number(number.decimalValue()) : number.asString();
    }

    static String count(int number, String thing) {
        if (number == 1) {
            return "1 " + thing;
        }
        return number + " " + (thing.endsWith("y") ? thing.substring(0, thing.length() - 1) + "ies" : thing + "s");
    }

    /** Values that the document allows, quoted as in JSON. */
    static String options(List<JsonNode> options) {
        StringBuilder text = new StringBuilder();
        for (JsonNode option : options.subList(0, Math.min(options.size(), MOST_OPTIONS))) {
            text.append(text.isEmpty() ? "" : ", ").append(shortened(option.toString()));
        }
        if (options.size() > MOST_OPTIONS) {
            text.append(", … (").append(options.size()).append(" in all)");
        }
        return text.toString();
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_OPTION ? text : text.substring(0, LONGEST_OPTION) + "…";
    }
}
