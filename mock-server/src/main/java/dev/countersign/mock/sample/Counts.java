package dev.countersign.mock.sample;

import tools.jackson.databind.JsonNode;

/** Keywords that count something. */
final class Counts {
    private Counts() {}

    static int of(JsonNode schema, String keyword, int otherwise) {
        JsonNode value = schema.path(keyword);
        boolean usable = value.isNumber() && Double.isFinite(value.doubleValue()) && value.doubleValue() >= 0;
        return usable ? (int) Math.min(Integer.MAX_VALUE, value.doubleValue()) : otherwise;
    }
}
