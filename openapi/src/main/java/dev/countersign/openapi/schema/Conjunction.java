package dev.countersign.openapi.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All the rules of one schema, or of {@code allOf}. */
final class Conjunction implements Check {
    private final Check[] checks;
    /** The only one that looks into an array or an object; absent when there are several. */
    private final @Nullable Check inner;

    private Conjunction(List<Check> checks) {
        this.checks = checks.toArray(new Check[0]);
        List<Check> looking =
                checks.stream().filter(check -> !check.isOfOutline()).toList();
        this.inner = looking.size() == 1 ? looking.get(0) : null;
    }

    static Check of(List<Check> checks) {
        return switch (checks.size()) {
            case 0 -> Always.INSTANCE;
            case 1 -> checks.get(0);
            default -> new Conjunction(checks);
        };
    }

    @Override
    public boolean holds(JsonNode value, Run run) {
        run.spend(checks.length);
        for (Check check : checks) {
            if (!check.holds(value, run)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public @Nullable JsonNode outline(JsonParts text, Run run) {
        if (inner == null || !text.isAtArray() && !text.isAtObject()) {
            return Check.super.outline(text, run);
        }
        run.spend(checks.length);
        JsonNode outline = inner.outline(text, run);
        for (Check check : checks) {
            if (outline == null || check != inner && !check.holds(outline, run)) {
                return null;
            }
        }
        return outline;
    }

    /** A value of the wrong type gets no further complaints: they would only repeat the first. */
    @Override
    public void explain(JsonNode value, InstancePath at, Findings findings) {
        for (Check check : checks) {
            check.explain(value, at, findings);
            if (check instanceof TypeCheck type && !type.accepts(value)) {
                return;
            }
        }
    }

    @Override
    public void mark(JsonNode value, Run run, Evaluated evaluated) {
        for (Check check : checks) {
            check.mark(value, run, evaluated);
        }
    }
}
