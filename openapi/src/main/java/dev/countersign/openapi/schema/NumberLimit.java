package dev.countersign.openapi.schema;

import dev.countersign.openapi.json.Numbers;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** {@code minimum}, {@code maximum} and their exclusive forms. */
final class NumberLimit implements Assertion {
    /** How the value must stand to the limit. */
    enum Relation {
        AT_LEAST("at least"),
        MORE_THAN("more than"),
        AT_MOST("at most"),
        LESS_THAN("less than");

        private final String phrase;

        Relation(String phrase) {
            this.phrase = phrase;
        }

        boolean accepts(int comparison) {
            return switch (this) {
                case AT_LEAST -> comparison >= 0;
                case MORE_THAN -> comparison > 0;
                case AT_MOST -> comparison <= 0;
                case LESS_THAN -> comparison < 0;
            };
        }
    }

    private final KeywordLocation location;
    private final Relation relation;
    private final BigDecimal limit;
    private final long roundLimit;
    private final boolean isRound;

    NumberLimit(KeywordLocation location, Relation relation, BigDecimal limit) {
        this.location = location;
        this.relation = relation;
        this.limit = limit;
        this.isRound = limit.precision() - limit.scale() <= 18 && Numbers.isMultiple(limit, BigDecimal.ONE);
        this.roundLimit = isRound ? limit.longValue() : 0;
    }

    @Override
    public KeywordLocation location() {
        return location;
    }

    @Override
    public boolean accepts(JsonNode value) {
        if (!value.isNumber()) {
            return true;
        }
        if (!Numbers.isFinite(value)) {
            return relation.accepts(value.doubleValue() > 0 ? 1 : -1);
        }
        return relation.accepts(Numbers.compare(value, limit, roundLimit, isRound));
    }

    @Override
    public String message(JsonNode value) {
        String expected = "must be " + relation.phrase + " " + Phrases.number(limit);
        return location.secret() ? expected : expected + ", was " + Phrases.number(value);
    }
}
