package dev.countersign.openapi.schema;

import tools.jackson.databind.JsonNode;

/**
 * {@code minLength} and {@code maxLength}, each its own rule, in Unicode code points.
 *
 * @param limit the number of characters
 * @param atMost whether the limit is the maximum
 */
record Length(KeywordLocation location, int limit, boolean atMost) implements Assertion {
    @Override
    public boolean accepts(JsonNode value) {
        if (!value.isString()) {
            return true;
        }
        String text = value.stringValue();
        int units = text.length();
        // A code point is one or two UTF-16 units, so counting is only needed between those two.
        if (atMost) {
            return units <= limit || (units / 2 <= limit && text.codePointCount(0, units) <= limit);
        }
        return units >= limit && (units / 2 >= limit || text.codePointCount(0, units) >= limit);
    }

    @Override
    public String message(JsonNode value) {
        String expected = (atMost ? "must have at most " : "must have at least ") + Phrases.count(limit, "character");
        String text = value.stringValue();
        return location.secret() ? expected : expected + ", has " + text.codePointCount(0, text.length());
    }
}
