package dev.countersign.mock.sample;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes numbers. */
final class NumberSamples {
    private static final int WINDOW = 1_000;

    private NumberSamples() {}

    static JsonNode sample(NumberConstraints constraints, boolean integer, String name, Choices choices) {
        BigDecimal step = step(constraints, integer);
        BigDecimal usual = WellKnownNumbers.usual(name, integer);
        BigDecimal value =
                step.signum() > 0 ? stepped(constraints, step, usual, choices) : free(constraints, usual, choices);
        return node(value);
    }

    /** The number in the smallest type that holds it exactly. */
    static JsonNode node(BigDecimal value) {
        boolean whole = value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
        if (whole) {
            BigInteger exact = value.toBigInteger();
            if (exact.bitLength() < 32) {
                return JsonNodeFactory.instance.numberNode(exact.intValue());
            }
            return exact.bitLength() < 64
                    ? JsonNodeFactory.instance.numberNode(exact.longValue())
                    : JsonNodeFactory.instance.numberNode(exact);
        }
        double rounded = value.doubleValue();
        boolean isExact =
                Double.isFinite(rounded) && BigDecimal.valueOf(rounded).compareTo(value) == 0;
        return isExact ? JsonNodeFactory.instance.numberNode(rounded) : JsonNodeFactory.instance.numberNode(value);
    }

    /** The distance between candidates; 0 when there is none. */
    private static BigDecimal step(NumberConstraints constraints, boolean integer) {
        NumberConstraints both = new NumberConstraints();
        if (constraints.step != null) {
            both.multipleOf(constraints.step);
        }
        if (integer) {
            both.multipleOf(BigDecimal.ONE);
        }
        return both.step == null ? BigDecimal.ZERO : both.step;
    }

    private static BigDecimal stepped(
            NumberConstraints constraints, BigDecimal step, BigDecimal usual, Choices choices) {
        BigInteger most = constraints.most == null ? null : floor(constraints.most, step, constraints.isLessThanMost);
        BigInteger least =
                constraints.least == null ? null : ceiling(constraints.least, step, constraints.isMoreThanLeast);
        BigInteger count = floor(usual, step, false);
        if (choices.isVaried()) {
            BigInteger offset = BigInteger.valueOf(choices.between(0, WINDOW));
            count = least != null ? least.add(offset) : most != null ? most.subtract(offset) : offset;
            if (least != null && most != null && count.compareTo(most) > 0 && most.compareTo(least) > 0) {
                count = least.add(offset.mod(most.subtract(least).add(BigInteger.ONE)));
            }
        } else if (count.signum() == 0 && usual.signum() > 0) {
            count = BigInteger.ONE;
        }
        if (least != null) {
            count = count.max(least);
        }
        if (most != null) {
            count = count.min(most);
        }
        return step.multiply(new BigDecimal(count));
    }

    private static BigDecimal free(NumberConstraints constraints, BigDecimal usual, Choices choices) {
        BigDecimal least = constraints.least;
        BigDecimal most = constraints.most;
        BigDecimal share = BigDecimal.valueOf(choices.between(50, 99), 2);
        if (least != null && most != null) {
            boolean asUsual = usual.compareTo(least) > 0 && usual.compareTo(most) < 0 && !choices.isVaried();
            boolean same = most.compareTo(least) <= 0;
            return asUsual
                    ? usual
                    : same ? least : least.add(most.subtract(least).multiply(share));
        }
        BigDecimal value = choices.isVaried() ? usual.add(BigDecimal.valueOf(choices.between(0, 100_000), 2)) : usual;
        if (least != null && value.compareTo(least) <= 0) {
            return least.add(value.abs().max(BigDecimal.ONE));
        }
        if (most != null && value.compareTo(most) >= 0) {
            return most.subtract(value.abs().max(BigDecimal.ONE));
        }
        return value;
    }

    private static BigInteger floor(BigDecimal value, BigDecimal step, boolean exclusive) {
        BigDecimal quotient = value.divide(step, MathContext.DECIMAL128);
        BigInteger count = quotient.setScale(0, RoundingMode.FLOOR).toBigInteger();
        boolean hits = step.multiply(new BigDecimal(count)).compareTo(value) == 0;
        return exclusive && hits ? count.subtract(BigInteger.ONE) : count;
    }

    private static BigInteger ceiling(BigDecimal value, BigDecimal step, boolean exclusive) {
        return floor(value.negate(), step, exclusive).negate();
    }
}
