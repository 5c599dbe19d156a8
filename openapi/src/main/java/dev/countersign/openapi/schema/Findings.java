package dev.countersign.openapi.schema;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The violations found so far, bounded in number and in the work spent on comparing alternatives. */
final class Findings {
    /** More than anybody reads; keeps the answer to a huge wrong array small. */
    static final int LIMIT = 1_000;

    private static final int ALTERNATIVES = 500;

    private final Run run;
    private final Budget budget;
    private final List<SchemaViolation> violations = new ArrayList<>();

    Findings(Run run) {
        this(run, new Budget());
    }

    private Findings(Run run, Budget budget) {
        this.run = run;
        this.budget = budget;
    }

    Run run() {
        return run;
    }

    boolean isFull() {
        return violations.size() >= LIMIT;
    }

    void add(InstancePath at, Origin origin, String message) {
        if (!isFull()) {
            violations.add(new SchemaViolation(at.pointer(), origin.keyword(), message, origin.pointer()));
        }
    }

    void addAll(List<SchemaViolation> others) {
        for (SchemaViolation violation : others) {
            if (!isFull()) {
                violations.add(violation);
            }
        }
    }

    /** Whether another alternative may still be looked into; nested alternatives share one budget. */
    boolean mayCompare() {
        return budget.left-- > 0;
    }

    /** What one alternative has to say, apart from the violations found so far. */
    List<SchemaViolation> of(Check alternative, InstancePath at, JsonNode value) {
        Findings apart = new Findings(run, budget);
        alternative.explain(value, at, apart);
        return apart.violations();
    }

    List<SchemaViolation> violations() {
        return List.copyOf(violations);
    }

    private static final class Budget {
        int left = ALTERNATIVES;
    }
}
