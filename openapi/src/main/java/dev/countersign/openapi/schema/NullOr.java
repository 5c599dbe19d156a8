package dev.countersign.openapi.schema;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code nullable: true} (OAS 3.0 section 4.7.24). By the letter it only widens a {@code type} beside it; documents
 * also put it beside {@code allOf} and {@code enum} and mean the same, so null is accepted whatever stands beside it.
 */
record NullOr(Check otherwise) implements Check {
    @Override
    public boolean holds(JsonNode value, Run run) {
        return value.isNull() || otherwise.holds(value, run);
    }

    @Override
    public @Nullable JsonNode outline(JsonParts text, Run run) {
        return text.isAtArray() || text.isAtObject() ? otherwise.outline(text, run) : Check.super.outline(text, run);
    }

    @Override
    public void explain(JsonNode value, InstancePath at, Findings findings) {
        if (!value.isNull()) {
            otherwise.explain(value, at, findings);
        }
    }

    @Override
    public void mark(JsonNode value, Run run, Evaluated evaluated) {
        otherwise.mark(value, run, evaluated);
    }
}
