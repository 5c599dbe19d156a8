package dev.countersign.openapi.check;

import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.document.Report;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges a document that was read leniently: {@link #document} by the standard, {@link #readiness} by what a build needs
 * beyond it. Stateless and thread-safe.
 */
public final class ContractCheck {
    private ContractCheck() {}

    /** Everything that a build demands of its contract. Any {@link Problem.Severity#ERROR} means that it is not fit. */
    public static List<Problem> all(LoadedContract loaded) {
        List<Problem> problems = new ArrayList<>(document(loaded));
        problems.addAll(readiness(loaded));
        return List.copyOf(problems);
    }

    /** What loading the document told, whether it has the shape that the standard gives it, and its examples fit. */
    public static List<Problem> document(LoadedContract loaded) {
        List<Problem> problems = new ArrayList<>(loaded.problems());
        Report report = new Report(loaded.origins());
        new StructureCheck(loaded.contract().document(), report).check();
        new OperationCheck(loaded.contract(), report).check();
        PaginationCheck.check(loaded.contract(), report);
        problems.addAll(report.problems());
        problems.addAll(UnreadablePatterns.problems(loaded));
        problems.addAll(examples(loaded));
        return List.copyOf(problems);
    }

    /** Whether every example fits the schema that it stands beside. */
    public static List<Problem> examples(LoadedContract loaded) {
        return new ExampleCheck(loaded).problems();
    }

    /** Whether operations are named and exemplified, and secrets marked, so that client, mock and pact can be made. */
    public static List<Problem> readiness(LoadedContract loaded) {
        Report report = new Report(loaded.origins());
        new ReadinessCheck(loaded.contract(), report).check();
        SecretCheck.check(loaded.contract(), report);
        return report.problems();
    }

    /** The properties that sound like secrets and do not say whether they are: where {@code x-secret} belongs. */
    public static List<SchemaNode> unmarkedSecrets(Contract contract) {
        return SecretCheck.unmarked(contract);
    }

    /** Whether a body has content and no example in any of its media types. */
    public static boolean lacksExample(List<MediaTypeSpec> content) {
        return ReadinessCheck.lacksExample(content);
    }
}
