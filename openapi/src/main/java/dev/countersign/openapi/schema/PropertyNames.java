package dev.countersign.openapi.schema;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** {@code propertyNames}. */
record PropertyNames(KeywordLocation location, Check name) implements Check {
    @Override
    public boolean holds(JsonNode value, Run run) {
        if (value.isObject()) {
            run.spend(value.size());
            for (String property : value.propertyNames()) {
                if (!name.holds(StringNode.valueOf(property), run)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public boolean isOfOutline() {
        return true;
    }

    @Override
    public void explain(JsonNode value, InstancePath at, Findings findings) {
        if (!value.isObject()) {
            return;
        }
        for (String property : value.propertyNames()) {
            List<SchemaViolation> reasons = findings.of(name, at.child(property), StringNode.valueOf(property));
            for (SchemaViolation reason : reasons) {
                findings.add(at.child(property), location, "is not an allowed property name: it " + reason.message());
            }
        }
    }
}
