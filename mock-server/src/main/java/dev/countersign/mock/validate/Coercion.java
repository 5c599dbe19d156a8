package dev.countersign.mock.validate;

import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** Gives text the type that its schema expects. What does not fit stays text, and the schema then says what is wrong. */
final class Coercion {
    /** Longer numbers cost more to read than they are worth; they stay text. */
    private static final int LONGEST_NUMBER = 400;

    private static final int LONGEST_EXPONENT = 4;

    private Coercion() {}

    static JsonNode coerce(String text, ExpectedType expected) {
        if ((expected.allows(ExpectedType.Type.INTEGER) || expected.allows(ExpectedType.Type.NUMBER))
                && isNumber(text)) {
            return number(text);
        }
        if (expected.allows(ExpectedType.Type.BOOLEAN) && (text.equals("true") || text.equals("false"))) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        if (expected.allows(ExpectedType.Type.NULL)
                && (text.equals("null") || text.isEmpty() && !expected.allows(ExpectedType.Type.STRING))) {
            return NullNode.getInstance();
        }
        return StringNode.valueOf(text);
    }

    private static JsonNode number(String text) {
        boolean integral = text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
        if (!integral) {
            return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
        }
        if (text.length() <= 9) {
            return JsonNodeFactory.instance.numberNode(Integer.parseInt(text));
        }
        return text.length() <= 18
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(text))
                : JsonNodeFactory.instance.numberNode(new BigInteger(text));
    }

    /** JSON's grammar of numbers (RFC 8259 section 6), with a bound. */
    private static boolean isNumber(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return false;
        }
        int i = text.startsWith("-") ? 1 : 0;
        int digits = digits(text, i);
        if (digits == 0 || digits > 1 && text.charAt(i) == '0') {
            return false;
        }
        i += digits;
        if (i < text.length() && text.charAt(i) == '.') {
            int fraction = digits(text, i + 1);
            if (fraction == 0) {
                return false;
            }
            i += 1 + fraction;
        }
        if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            i++;
            if (i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
                i++;
            }
            int exponent = digits(text, i);
            if (exponent == 0 || exponent > LONGEST_EXPONENT) {
                return false;
            }
            i += exponent;
        }
        return i == text.length();
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i - from;
    }
}
