package dev.countersign.mock.cli.served;

import dev.countersign.mock.cli.command.Terminal;
import dev.countersign.mock.sample.RepairCheck;
import dev.countersign.mock.sample.SampleCheck;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.check.ContractCheck;
import dev.countersign.openapi.contract.Problem;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Reports the examples that do not fit their schema, and the schemas for which no sample was found. They are served all the
 * same, as well as possible. Checking all of them takes longer than a start should, so it is done afterwards, in the background.
 */
final class ExampleWarnings {
    private static final int SHOWN = 10;

    private static final int DELAY_MILLIS = 500;

    private ExampleWarnings() {}

    /** Those in files of their own that cannot be read; a generated body stands in for each. */
    static void printUnread(List<Problem> unread, String document, Terminal terminal) {
        terminal.complain(
                unread.stream().map(Problem::toString).toList(),
                SHOWN,
                "external examples cannot be read; list them with: check " + document);
    }

    /** Checks when the first requests have been answered, which must not wait for it. */
    static void printLater(LoadedContract loaded, String document, Terminal terminal) {
        CompletableFuture.delayedExecutor(DELAY_MILLIS, TimeUnit.MILLISECONDS)
                .execute(() -> print(loaded, document, terminal));
    }

    static void print(LoadedContract loaded, String document, Terminal terminal) {
        List<Problem> examples =
                ContractCheck.examples(loaded).stream().filter(Problem::isError).toList();
        print(examples, "examples do not fit their schema", document, terminal);
        print(RepairCheck.problems(loaded), "examples are served repaired", document, terminal);
        print(SampleCheck.problems(loaded), "schemas that no value was found for", document, terminal);
    }

    private static void print(List<Problem> problems, String plural, String document, Terminal terminal) {
        terminal.complain(
                problems.stream()
                        .map(problem -> problem.place() + ": warning: " + problem.what())
                        .toList(),
                SHOWN,
                plural + "; list them with: check " + document);
    }
}
