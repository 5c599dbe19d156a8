package dev.countersign.openapi.schema;

import dev.countersign.openapi.schema.format.BoundedPattern;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code properties}, {@code patternProperties} and {@code additionalProperties}, which only make sense together.
 *
 * @param named rules by property name
 * @param patterned rules by pattern of the name
 * @param additional the rule for all other properties
 * @param marksAdditional whether {@code additionalProperties} is present, so that every property counts as evaluated
 */
record Properties(Map<String, Check> named, List<Patterned> patterned, Check additional, boolean marksAdditional)
        implements Check {

    /** One entry of {@code patternProperties}. */
    record Patterned(BoundedPattern pattern, Check check) {}

    @Override
    public boolean holds(JsonNode value, Run run) {
        if (value.isObject()) {
            run.spend(value.size());
            for (Map.Entry<String, JsonNode> property : value.properties()) {
                if (!holds(property.getKey(), property.getValue(), run)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean holds(String name, JsonNode value, Run run) {
        Check check = named.get(name);
        if (check != null && !check.holds(value, run)) {
            return false;
        }
        boolean known = check != null;
        for (Patterned entry : patterned) {
            if (entry.pattern.matches(name, run.budget())) {
                known = true;
                if (!entry.check.holds(value, run)) {
                    return false;
                }
            }
        }
        return known || additional.holds(value, run);
    }

    @Override
    public @Nullable JsonNode outline(JsonParts text, Run run) {
        if (!text.isAtObject() || !patterned.isEmpty()) {
            return Check.super.outline(text, run);
        }
        ObjectNode outline = JsonNodeFactory.instance.objectNode();
        for (String name = text.nextProperty(); name != null; name = text.nextProperty()) {
            run.spend(1);
            if (outline.has(name)) {
                text.repeats();
            }
            if (named.getOrDefault(name, additional).outline(text, run) == null) {
                return null;
            }
            run.forget();
            outline.putNull(name);
        }
        return outline;
    }

    @Override
    public void explain(JsonNode value, InstancePath at, Findings findings) {
        if (!value.isObject()) {
            return;
        }
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            if (!findings.isFull()) {
                explain(property.getKey(), property.getValue(), at.child(property.getKey()), findings);
            }
        }
    }

    private void explain(String name, JsonNode value, InstancePath at, Findings findings) {
        Check check = named.get(name);
        if (check != null) {
            check.explain(value, at, findings);
        }
        boolean known = check != null;
        for (Patterned entry : patterned) {
            if (entry.pattern.matches(name, findings.run().budget())) {
                known = true;
                entry.check.explain(value, at, findings);
            }
        }
        if (!known) {
            additional.explain(value, at, findings);
        }
    }

    @Override
    public void mark(JsonNode value, Run run, Evaluated evaluated) {
        if (!value.isObject()) {
            return;
        }
        for (String name : value.propertyNames()) {
            if (marksAdditional
                    || named.containsKey(name)
                    || patterned.stream().anyMatch(entry -> entry.pattern.matches(name, run.budget()))) {
                evaluated.property(name);
            }
        }
    }
}
