package dev.countersign.openapi.schema;

import tools.jackson.databind.JsonNode;

/** {@code not}. */
record Not(KeywordLocation location, Check excluded) implements Check {
    @Override
    public boolean holds(JsonNode value, Run run) {
        return !excluded.holds(value, run);
    }

    @Override
    public void explain(JsonNode value, InstancePath at, Findings findings) {
        if (!holds(value, findings.run())) {
            findings.add(at, location, "must not match the schema under \"not\"");
        }
    }
}
