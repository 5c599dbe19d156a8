package dev.countersign.openapi.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** Exact arithmetic on JSON numbers whose cost does not grow with their exponents. */
public final class Numbers {
    /** Characters of which a {@code long} holds the digits. */
    private static final int LONGEST_DIGITS = 18;

    private Numbers() {}

    public static boolean isFinite(JsonNode number) {
        return !number.isFloatingPointNumber() || number.isBigDecimal() || Double.isFinite(number.doubleValue());
    }

    public static boolean isInteger(JsonNode number) {
        if (number.isIntegralNumber()) {
            return true;
        }
        if (number.isBigDecimal()) {
            BigDecimal exact = number.decimalValue();
            return exact.scale() <= 0 || isMultiple(exact, BigDecimal.ONE);
        }
        double inexact = number.doubleValue();
        return inexact == Math.rint(inexact) && !Double.isInfinite(inexact);
    }

    /** The number that a parser stands at; short ones without an exponent, which nearly all are, without a general algorithm. */
    static BigDecimal decimal(JsonParser parser) {
        int length = parser.getStringLength();
        if (length > LONGEST_DIGITS) {
            return parser.getDecimalValue();
        }
        char[] text = parser.getStringCharacters();
        int from = parser.getStringOffset();
        long digits = 0;
        int point = length;
        for (int i = text[from] == '-' ? 1 : 0; i < length; i++) {
            char c = text[from + i];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + c - '0';
            } else if (c == '.') {
                point = i + 1;
            } else {
                return parser.getDecimalValue();
            }
        }
        return BigDecimal.valueOf(text[from] == '-' ? -digits : digits, length - point);
    }

    /** Compares a finite number with a limit, without allocating in the ordinary cases. */
    public static int compare(JsonNode number, BigDecimal limit, long roundLimit, boolean limitIsRound) {
        if (limitIsRound && (number.isInt() || number.isLong())) {
            return Long.compare(number.longValue(), roundLimit);
        }
        return number.decimalValue().compareTo(limit);
    }

    public static boolean equal(JsonNode left, JsonNode right) {
        if (left.isIntegralNumber()
                && right.isIntegralNumber()
                && left.canConvertToLong()
                && right.canConvertToLong()) {
            return left.longValue() == right.longValue();
        }
        if (!isFinite(left) || !isFinite(right)) {
            return left.doubleValue() == right.doubleValue();
        }
        return left.decimalValue().compareTo(right.decimalValue()) == 0;
    }

    /** Whether value / divisor is an integer; BigDecimal's own remainder would write out every zero of 1e999999999. */
    public static boolean isMultiple(BigDecimal value, BigDecimal divisor) {
        if (value.signum() == 0) {
            return true;
        }
        BigInteger digits = value.unscaledValue();
        BigInteger by = divisor.unscaledValue().abs();
        long shift = (long) divisor.scale() - value.scale();
        if (shift >= 0) {
            BigInteger power = BigInteger.TEN.modPow(BigInteger.valueOf(shift), by);
            return digits.multiply(power).mod(by).signum() == 0;
        }
        if (-shift > value.precision()) {
            return false;
        }
        return digits.mod(by.multiply(BigInteger.TEN.pow((int) -shift))).signum() == 0;
    }
}
