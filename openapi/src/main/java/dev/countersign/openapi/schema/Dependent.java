package dev.countersign.openapi.schema;

import tools.jackson.databind.JsonNode;

/** One entry of {@code dependentSchemas} or {@code dependentRequired}: the rule holds if the property is present. */
record Dependent(String property, Check rule) implements Check {
    @Override
    public boolean holds(JsonNode value, Run run) {
        return !value.has(property) || rule.holds(value, run);
    }

    @Override
    public void explain(JsonNode value, InstancePath at, Findings findings) {
        if (value.has(property)) {
            rule.explain(value, at, findings);
        }
    }

    @Override
    public void mark(JsonNode value, Run run, Evaluated evaluated) {
        if (value.has(property)) {
            rule.mark(value, run, evaluated);
        }
    }
}
