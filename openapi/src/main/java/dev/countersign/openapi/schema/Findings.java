package dev.countersign.openapi.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The violations found so far, bounded in number and in the work spent on comparing alternatives. A schema that is met on
 * several ways is explained once for each place in the value, and what two schemas say alike of one place is listed once.
 */
final class Findings {
    /** More than a reader goes through; keeps the answer to a huge wrong array small. */
    static final int LIMIT = 1_000;

    private static final int ALTERNATIVES = 500;

    private final Run run;
    private final Comparisons comparisons;
    private final List<SchemaViolation> violations = new ArrayList<>();
    private @Nullable Set<Said> said;
    private @Nullable Set<Explained> explained;

    /** Compared by code of its own: that which records come with is slow before it is compiled as a whole. */
    private record Said(String pointer, String keyword, String message) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Said that
                    && pointer.equals(that.pointer)
                    && keyword.equals(that.keyword)
                    && message.equals(that.message);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * pointer.hashCode() + keyword.hashCode()) + message.hashCode();
        }
    }

    private record Explained(Check check, InstancePath at) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Explained that && check == that.check && at.equals(that.at);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(check) + 31 * at.hashCode();
        }
    }

    Findings(Run run) {
        this(run, new Comparisons());
    }

    private Findings(Run run, Comparisons comparisons) {
        this.run = run;
        this.comparisons = comparisons;
    }

    Run run() {
        return run;
    }

    boolean isFull() {
        return violations.size() >= LIMIT;
    }

    void add(InstancePath at, KeywordLocation location, String message) {
        add(new SchemaViolation(at.pointer(), location.keyword(), message, location.pointer()));
    }

    void addAll(List<SchemaViolation> others) {
        others.forEach(this::add);
    }

    private void add(SchemaViolation one) {
        if (said == null) {
            said = new HashSet<>();
        }
        if (!isFull() && said.add(new Said(one.instancePointer(), one.keyword(), one.message()))) {
            violations.add(one);
        }
    }

    /** Whether a schema has not been explained at this place yet. */
    boolean isNew(Check check, InstancePath at) {
        if (explained == null) {
            explained = new HashSet<>();
        }
        return explained.add(new Explained(check, at));
    }

    /** Whether another alternative may still be looked into; nested alternatives share one bound. */
    boolean mayCompare() {
        return comparisons.left-- > 0;
    }

    /** What one alternative has to say, apart from the violations found so far. */
    List<SchemaViolation> of(Check alternative, InstancePath at, JsonNode value) {
        Findings apart = new Findings(run, comparisons);
        alternative.explain(value, at, apart);
        return apart.violations();
    }

    List<SchemaViolation> violations() {
        return List.copyOf(violations);
    }

    private static final class Comparisons {
        int left = ALTERNATIVES;
    }
}
