package dev.countersign.openapi;

import dev.countersign.openapi.Problem.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges a contract that was read leniently. Three questions, each answered with every problem that there is, in the
 * order of the document: is it valid OpenAPI, are its examples true, and can a client, a mock and a pact be built from
 * it? Stateless and thread-safe.
 */
public final class ContractCheck {
    private ContractCheck() {}

    /** Everything: what the build demands of its contract. Any {@link Severity#ERROR} means that it is not fit. */
    public static List<Problem> all(LoadedContract loaded) {
        List<Problem> problems = new ArrayList<>(loaded.problems());
        problems.addAll(structure(loaded));
        problems.addAll(examples(loaded));
        problems.addAll(readiness(loaded));
        return List.copyOf(problems);
    }

    /** Whether the document has the shape that the standard gives it. */
    public static List<Problem> structure(LoadedContract loaded) {
        Report report = new Report(loaded.origins());
        new StructureCheck(loaded.contract().document(), report).check();
        new OperationCheck(loaded.contract(), report).check();
        return report.problems();
    }

    /** Whether every example fits the schema that it stands beside. */
    public static List<Problem> examples(LoadedContract loaded) {
        Report report = new Report(loaded.origins());
        new ExampleCheck(loaded.contract(), report).check();
        return report.problems();
    }

    /** Whether operations are named and exemplified, and secrets marked. */
    public static List<Problem> readiness(LoadedContract loaded) {
        Report report = new Report(loaded.origins());
        new ReadinessCheck(loaded.contract(), report).check();
        new SecretCheck(loaded.contract().document(), report).check();
        return report.problems();
    }
}
