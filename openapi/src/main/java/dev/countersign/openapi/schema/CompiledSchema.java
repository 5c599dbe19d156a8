package dev.countersign.openapi.schema;

import dev.countersign.openapi.schema.format.Budget;
import dev.countersign.openapi.schema.format.BudgetExceededException;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** A schema ready to validate. Immutable and thread-safe; the work of compiling is done by the first validation. */
public final class CompiledSchema {
    /** Of a value that comes without a budget: some seconds at most. */
    private static final long UNITS = 100_000_000;

    private final Reference schema;

    CompiledSchema(Reference schema) {
        this.schema = schema;
    }

    /** Whether the value fits. Cheaper than {@link #validate}, as nothing is explained. */
    public boolean accepts(JsonNode value) {
        try {
            return schema.holds(value, new Run(new Budget(UNITS)));
        } catch (StackOverflowError | BudgetExceededException tooMuch) {
            return false;
        }
    }

    /**
     * Whether the value of a JSON text fits, found out while it is read: of a long array no more than one item stands in memory
     * at a time. A text that is not accepted may be malformed, give a property twice, or take more work than the budget allows;
     * {@link #validate(JsonNode, Budget)} says what is wrong with it, if anything is.
     *
     * @param text stands before the value; is not closed
     * @param budget pays for what was accepted as for the same value in {@link #validate(JsonNode, Budget)}, and for nothing else
     */
    public boolean accepts(JsonParser text, Budget budget) {
        Budget own = new Budget(budget.left());
        try {
            if (text.nextToken() == null) {
                return false;
            }
            JsonParts parts = new JsonParts(text);
            boolean accepted =
                    schema.outline(parts, new Run(own)) != null && !parts.isRepeating() && text.nextToken() == null;
            if (accepted) {
                budget.spend(budget.left() - own.left());
            }
            return accepted;
        } catch (JacksonException | StackOverflowError | BudgetExceededException unclear) {
            return false;
        }
    }

    /**
     * Lists every violation, in the order of the schema and the value; empty when the value fits. Never throws: a value
     * that is nested too deeply for this thread's stack, or takes too much work, is one violation. At most {@value
     * Findings#LIMIT} are listed, each keyword's once for each place in the value.
     */
    public List<SchemaViolation> validate(JsonNode value) {
        try {
            return validate(value, new Budget(UNITS));
        } catch (BudgetExceededException tooMuch) {
            return List.of(violation("budget", "takes too much work to be checked"));
        }
    }

    /**
     * The same within a budget that several validations share.
     *
     * @throws BudgetExceededException when it does not suffice to say whether the value fits; when it does not suffice to
     *     say everything that is wrong, what was found so far is listed
     */
    public List<SchemaViolation> validate(JsonNode value, Budget budget) {
        try {
            Run run = new Run(budget);
            return schema.holds(value, run) ? List.of() : explain(value, run);
        } catch (StackOverflowError tooDeep) {
            return List.of(violation("depth", "is nested too deeply to be checked"));
        }
    }

    private List<SchemaViolation> explain(JsonNode value, Run run) {
        Findings findings = new Findings(run);
        try {
            schema.explain(value, InstancePath.ROOT, findings);
        } catch (BudgetExceededException tooMuch) {
            if (findings.violations().isEmpty()) {
                return List.of(violation("budget", "does not fit; to say why would take too much work"));
            }
        }
        return findings.violations();
    }

    private SchemaViolation violation(String keyword, String message) {
        return new SchemaViolation("", keyword, message, schema.pointer());
    }
}
