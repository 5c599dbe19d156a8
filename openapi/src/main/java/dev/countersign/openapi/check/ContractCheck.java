package dev.countersign.openapi.check;

import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.Problem;
import java.util.ArrayList;
import java.util.List;

/** Everything that the build demands of its contract. Stateless and thread-safe. */
public final class ContractCheck {
    private ContractCheck() {}

    /**
     * Every problem of a contract: what loading it told, its structure, its examples, its readiness to be built from.
     * Any {@link Problem.Severity#ERROR} means that it is not fit.
     */
    public static List<Problem> all(LoadedContract loaded) {
        List<Problem> problems = new ArrayList<>(loaded.problems());
        problems.addAll(DocumentCheck.structure(loaded));
        problems.addAll(patterns(loaded));
        problems.addAll(examples(loaded));
        problems.addAll(DocumentCheck.readiness(loaded));
        return List.copyOf(problems);
    }

    /** Patterns that demand nothing, because they cannot be understood. */
    public static List<Problem> patterns(LoadedContract loaded) {
        return UnreadablePatterns.problems(loaded);
    }

    /** Whether every example fits the schema that it stands beside. */
    public static List<Problem> examples(LoadedContract loaded) {
        return new ExampleCheck(loaded).problems();
    }
}
