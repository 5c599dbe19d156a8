package dev.countersign.openapi.schema;

import dev.countersign.openapi.schema.format.Format;
import tools.jackson.databind.JsonNode;

/** {@code format}, asserted for every format that this library knows. */
record FormatCheck(KeywordLocation location, Format format) implements Assertion {
    @Override
    public boolean accepts(JsonNode value) {
        return !value.isString() || format.accepts(value.stringValue());
    }

    @Override
    public String message(JsonNode value) {
        return "must be " + format.phrase();
    }
}
