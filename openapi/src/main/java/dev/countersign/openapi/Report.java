package dev.countersign.openapi;

import dev.countersign.openapi.Problem.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects problems and says where in the author's files they stand. What is shared is reported once. */
final class Report {
    private final Origins origins;
    private final Set<Problem> problems = new LinkedHashSet<>();

    Report(Origins origins) {
        this.origins = origins;
    }

    void error(String pointer, String what, String fix) {
        problems.add(new Problem(Severity.ERROR, origins.place(pointer), what, fix));
    }

    void warning(String pointer, String what, String fix) {
        problems.add(new Problem(Severity.WARNING, origins.place(pointer), what, fix));
    }

    List<Problem> problems() {
        return new ArrayList<>(problems);
    }
}
