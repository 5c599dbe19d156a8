package dev.countersign.openapi.schema;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Stands for a schema that is compiled when it is first needed. That makes recursion natural, and a document with
 * thousands of schemas costs only those that are used.
 */
final class Reference implements Check {
    private final SchemaCompiler compiler;
    private final Site target;
    private volatile @Nullable Check compiled;

    Reference(SchemaCompiler compiler, Site target) {
        this.compiler = compiler;
        this.target = target;
    }

    String pointer() {
        return target.pointer();
    }

    @Override
    public boolean holds(JsonNode value, Run run) {
        return run.holds(target(), value);
    }

    @Override
    public @Nullable JsonNode outline(JsonParts text, Run run) {
        run.spend(1);
        return target().outline(text, run);
    }

    @Override
    public void explain(JsonNode value, InstancePath at, Findings findings) {
        // Asked first: explaining walks into every alternative, which is not worth it for a value that fits.
        if (!holds(value, findings.run()) && findings.isNew(target(), at)) {
            target().explain(value, at, findings);
        }
    }

    @Override
    public void mark(JsonNode value, Run run, Evaluated evaluated) {
        if (evaluated.isNew(target())) {
            run.spend(1);
            target().mark(value, run, evaluated);
        }
    }

    private Check target() {
        Check check = compiled;
        if (check == null) {
            check = compiler.compiled(target);
            compiled = check;
        }
        return check;
    }
}
