package dev.countersign.openapi.schema;

import dev.countersign.openapi.schema.format.BoundedPattern;
import tools.jackson.databind.JsonNode;

/** {@code pattern}: matches anywhere in the string unless it is anchored. */
record PatternCheck(KeywordLocation location, BoundedPattern pattern) implements Check {
    @Override
    public boolean holds(JsonNode value, Run run) {
        return !value.isString() || pattern.matches(value.stringValue(), run.budget());
    }

    @Override
    public boolean isOfOutline() {
        return true;
    }

    @Override
    public void explain(JsonNode value, InstancePath at, Findings findings) {
        if (!holds(value, findings.run())) {
            findings.add(at, location, "must match the pattern " + Phrases.shortened(pattern.source()));
        }
    }
}
