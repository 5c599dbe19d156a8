package dev.countersign.openapi.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * {@code prefixItems} and {@code items}.
 *
 * @param prefix rules for the first items
 * @param rest the rule for the others
 * @param marksRest whether {@code items} is present, so that every item counts as evaluated
 */
record Items(List<Check> prefix, Check rest, boolean marksRest) implements Check {
    @Override
    public boolean holds(JsonNode value, Run run) {
        if (value.isArray()) {
            int size = value.size();
            run.spend(size);
            for (int index = 0; index < size; index++) {
                if (!rule(index).holds(value.get(index), run)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public @Nullable JsonNode outline(JsonParts text, Run run) {
        if (!text.isAtArray()) {
            return Check.super.outline(text, run);
        }
        ArrayNode outline = JsonNodeFactory.instance.arrayNode();
        while (text.nextItem()) {
            run.spend(1);
            JsonNode item = text.tree();
            if (!rule(outline.size()).holds(item, run)) {
                return null;
            }
            run.forget();
            outline.addNull();
        }
        return outline;
    }

    @Override
    public void explain(JsonNode value, InstancePath at, Findings findings) {
        if (value.isArray()) {
            for (int index = 0; index < value.size() && !findings.isFull(); index++) {
                rule(index).explain(value.get(index), at.child(index), findings);
            }
        }
    }

    @Override
    public void mark(JsonNode value, Run run, Evaluated evaluated) {
        if (value.isArray()) {
            int marked = marksRest ? value.size() : Math.min(prefix.size(), value.size());
            for (int index = 0; index < marked; index++) {
                evaluated.item(index);
            }
        }
    }

    private Check rule(int index) {
        return index < prefix.size() ? prefix.get(index) : rest;
    }
}
