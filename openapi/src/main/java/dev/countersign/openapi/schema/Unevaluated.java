package dev.countersign.openapi.schema;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * {@code unevaluatedProperties} or {@code unevaluatedItems} (JSON Schema 2020-12 core, section 11).
 *
 * @param beside all other rules of the same schema, which say what has been evaluated
 * @param rule the rule for the rest
 * @param ofItems whether items are meant, and not properties
 */
record Unevaluated(Check beside, Check rule, boolean ofItems) implements Check {
    @Override
    public boolean holds(JsonNode value, Run run) {
        if (ofItems ? !value.isArray() : !value.isObject()) {
            return true;
        }
        Evaluated evaluated = evaluated(value, run);
        if (ofItems) {
            for (int index = 0; index < value.size(); index++) {
                if (!evaluated.hasItem(index) && !rule.holds(value.get(index), run)) {
                    return false;
                }
            }
            return true;
        }
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            if (!evaluated.hasProperty(property.getKey()) && !rule.holds(property.getValue(), run)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void explain(JsonNode value, InstancePath at, Findings findings) {
        if (ofItems ? !value.isArray() : !value.isObject()) {
            return;
        }
        Evaluated evaluated = evaluated(value, findings.run());
        if (ofItems) {
            for (int index = 0; index < value.size(); index++) {
                if (!evaluated.hasItem(index)) {
                    rule.explain(value.get(index), at.child(index), findings);
                }
            }
            return;
        }
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            if (!evaluated.hasProperty(property.getKey())) {
                rule.explain(property.getValue(), at.child(property.getKey()), findings);
            }
        }
    }

    @Override
    public void mark(JsonNode value, Run run, Evaluated evaluated) {
        if (ofItems && value.isArray()) {
            for (int index = 0; index < value.size(); index++) {
                evaluated.item(index);
            }
        } else if (!ofItems && value.isObject()) {
            value.propertyNames().forEach(evaluated::property);
        }
    }

    private Evaluated evaluated(JsonNode value, Run run) {
        run.spend(value.size());
        Evaluated evaluated = new Evaluated();
        beside.mark(value, run, evaluated);
        return evaluated;
    }
}
