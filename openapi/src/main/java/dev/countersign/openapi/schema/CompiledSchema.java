package dev.countersign.openapi.schema;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A schema ready to validate. Immutable and thread-safe; the work of compiling is done by the first validation. */
public final class CompiledSchema {
    private final Reference schema;

    CompiledSchema(Reference schema) {
        this.schema = schema;
    }

    /** Whether the value fits. Cheaper than {@link #validate}, as nothing is explained. */
    public boolean accepts(JsonNode value) {
        try {
            return schema.holds(value, new Run());
        } catch (StackOverflowError tooDeep) {
            return false;
        }
    }

    /**
     * Lists every violation, in the order of the schema and the value; empty when the value fits. Never throws: a value
     * that is nested too deeply for this thread's stack is one violation. At most {@value Findings#LIMIT} are listed.
     */
    public List<SchemaViolation> validate(JsonNode value) {
        try {
            Run run = new Run();
            if (schema.holds(value, run)) {
                return List.of();
            }
            Findings findings = new Findings(run);
            schema.explain(value, InstancePath.ROOT, findings);
            return findings.violations();
        } catch (StackOverflowError tooDeep) {
            return List.of(new SchemaViolation("", "depth", "is nested too deeply to be checked", schema.pointer()));
        }
    }
}
