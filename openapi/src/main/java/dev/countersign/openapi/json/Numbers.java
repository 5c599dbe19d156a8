package dev.countersign.openapi.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;

/** Exact arithmetic on JSON numbers whose cost does not grow with their exponents. */
public final class Numbers {
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
