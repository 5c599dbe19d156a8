package dev.countersign.mock.sample;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The constraints of a number. */
final class NumberConstraints {
    private static final int MOST_DIGITS = 400;

    @Nullable BigDecimal least;

    @Nullable BigDecimal most;

    /** The number's distance from zero must be a multiple of this. */
    @Nullable BigDecimal step;

    boolean isMoreThanLeast;
    boolean isLessThanMost;
    boolean isMentioned;

    void add(JsonNode schema) {
        limit(schema, "minimum").ifPresent(it -> atLeast(it, isTrue(schema, "exclusiveMinimum")));
        limit(schema, "exclusiveMinimum").ifPresent(it -> atLeast(it, true));
        limit(schema, "maximum").ifPresent(it -> atMost(it, isTrue(schema, "exclusiveMaximum")));
        limit(schema, "exclusiveMaximum").ifPresent(it -> atMost(it, true));
        limit(schema, "multipleOf").filter(it -> it.signum() > 0).ifPresent(this::multipleOf);
        switch (schema.path("format").asString("")) {
            case "int32" -> range(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "int64" -> range(Long.MIN_VALUE, Long.MAX_VALUE);
            default -> {}
        }
    }

    private void range(long from, long to) {
        boolean before = isMentioned;
        atLeast(BigDecimal.valueOf(from), false);
        atMost(BigDecimal.valueOf(to), false);
        isMentioned = before;
    }

    private void atLeast(BigDecimal limit, boolean exclusive) {
        isMentioned = true;
        int comparison = least == null ? 1 : limit.compareTo(least);
        if (comparison > 0) {
            least = limit;
            isMoreThanLeast = exclusive;
        } else if (comparison == 0) {
            isMoreThanLeast |= exclusive;
        }
    }

    private void atMost(BigDecimal limit, boolean exclusive) {
        isMentioned = true;
        int comparison = most == null ? -1 : limit.compareTo(most);
        if (comparison < 0) {
            most = limit;
            isLessThanMost = exclusive;
        } else if (comparison == 0) {
            isLessThanMost |= exclusive;
        }
    }

    /** Keeps the least common multiple of all steps. */
    void multipleOf(BigDecimal divisor) {
        isMentioned = true;
        BigDecimal other = step;
        if (other == null) {
            step = divisor;
            return;
        }
        int scale = Math.max(0, Math.max(other.scale(), divisor.scale()));
        BigInteger left = other.setScale(scale).unscaledValue();
        BigInteger right = divisor.setScale(scale).unscaledValue();
        step = new BigDecimal(left.multiply(right).divide(left.gcd(right)), scale);
    }

    private static boolean isTrue(JsonNode schema, String keyword) {
        return schema.path(keyword).isBoolean() && schema.path(keyword).booleanValue();
    }

    private static Optional<BigDecimal> limit(JsonNode schema, String keyword) {
        JsonNode node = schema.path(keyword);
        boolean usable = node.isNumber() && (node.isBigDecimal() || Double.isFinite(node.doubleValue()));
        return usable
                ? Optional.of(node.decimalValue()).filter(it -> Math.abs((long) it.scale()) < MOST_DIGITS)
                : Optional.empty();
    }
}
