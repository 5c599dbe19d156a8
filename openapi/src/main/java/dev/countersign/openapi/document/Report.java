package dev.countersign.openapi.document;

import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.contract.Problem.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects problems and says where in the author's files they stand. What is shared is reported once. */
public final class Report {
    private final Origins origins;
    private final Set<Problem> problems = new LinkedHashSet<>();

    public Report(Origins origins) {
        this.origins = origins;
    }

    public void error(String pointer, String what, String fix) {
        problems.add(new Problem(Severity.ERROR, origins.place(pointer), what, fix));
    }

    public void warning(String pointer, String what, String fix) {
        problems.add(new Problem(Severity.WARNING, origins.place(pointer), what, fix));
    }

    public List<Problem> problems() {
        return new ArrayList<>(problems);
    }
}
