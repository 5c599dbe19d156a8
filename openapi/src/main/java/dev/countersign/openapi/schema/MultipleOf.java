package dev.countersign.openapi.schema;

import dev.countersign.openapi.json.Numbers;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** {@code multipleOf}. */
record MultipleOf(KeywordLocation location, BigDecimal divisor) implements Assertion {
    @Override
    public boolean accepts(JsonNode value) {
        return !value.isNumber() || (Numbers.isFinite(value) && Numbers.isMultiple(value.decimalValue(), divisor));
    }

    @Override
    public String message(JsonNode value) {
        String expected = "must be a multiple of " + Phrases.number(divisor);
        return location.secret() ? expected : expected + ", was " + Phrases.number(value);
    }
}
