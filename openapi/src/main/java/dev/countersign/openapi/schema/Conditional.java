package dev.countersign.openapi.schema;

import tools.jackson.databind.JsonNode;

/** {@code if}, {@code then} and {@code else}. */
record Conditional(Check condition, Check then, Check otherwise) implements Check {
    @Override
    public boolean holds(JsonNode value, Run run) {
        return branch(value, run).holds(value, run);
    }

    @Override
    public void explain(JsonNode value, InstancePath at, Findings findings) {
        branch(value, findings.run()).explain(value, at, findings);
    }

    @Override
    public void mark(JsonNode value, Run run, Evaluated evaluated) {
        if (condition.holds(value, run)) {
            condition.mark(value, run, evaluated);
        }
        branch(value, run).mark(value, run, evaluated);
    }

    private Check branch(JsonNode value, Run run) {
        return condition.holds(value, run) ? then : otherwise;
    }
}
