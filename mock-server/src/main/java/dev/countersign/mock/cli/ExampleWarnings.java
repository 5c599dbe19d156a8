package dev.countersign.mock.cli;

import dev.countersign.mock.external.ExternalExamples;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.Problem;
import dev.countersign.openapi.check.ContractCheck;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Names the examples that do not fit their schema. They are served as documented all the same; whoever builds on one
 * should know. Looking at all of them takes longer than a start should, so that it is done afterwards and aside.
 */
final class ExampleWarnings {
    private static final int SHOWN = 10;

    private static final int DELAY_MILLIS = 500;

    private ExampleWarnings() {}

    /** Those in files of their own that cannot be read; a generated body stands in for each. */
    static void printUnread(List<Problem> unread, String document, Terminal terminal) {
        unread.stream().limit(SHOWN).forEach(problem -> terminal.complain(problem.toString()));
        if (unread.size() > SHOWN) {
            terminal.complain("warning: " + (unread.size() - SHOWN)
                    + " more external examples cannot be read; list them with: check " + document);
        }
    }

    /** Checks when the first requests have been answered: they are what somebody waits for. */
    static void printLater(LoadedContract loaded, String document, Terminal terminal) {
        CompletableFuture.delayedExecutor(DELAY_MILLIS, TimeUnit.MILLISECONDS)
                .execute(() -> print(loaded, document, terminal));
    }

    static void print(LoadedContract loaded, String document, Terminal terminal) {
        List<Problem> problems = ContractCheck.examples(ExternalExamples.withoutBytes(loaded)).stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
        problems.stream()
                .limit(SHOWN)
                .forEach(problem -> terminal.complain(problem.place() + ": warning: " + problem.what()));
        if (problems.size() > SHOWN) {
            terminal.complain("warning: " + (problems.size() - SHOWN)
                    + " more examples do not fit their schema; list them with: check " + document);
        }
    }
}
