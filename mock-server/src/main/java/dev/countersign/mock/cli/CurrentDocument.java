package dev.countersign.mock.cli;

import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a document was made into, anew whenever it has changed. A document that cannot be used while it is being edited does
 * not end what it was before. Thread-safe.
 *
 * @param <T> what the document is made into
 */
final class CurrentDocument<T> {
    private final Supplier<LoadedContract> loader;
    private final Function<LoadedContract, T> compiler;
    private final Terminal terminal;
    private volatile T current;
    private List<String> errors;
    private String lastComplaint = "";

    /**
     * @param loaded the document as it is now
     * @param loader reads it again
     */
    CurrentDocument(
            LoadedContract loaded,
            Supplier<LoadedContract> loader,
            Function<LoadedContract, T> compiler,
            Terminal terminal) {
        this.loader = loader;
        this.compiler = compiler;
        this.terminal = terminal;
        this.current = compiler.apply(loaded);
        this.errors = errors(loaded);
    }

    /** Of the last document that could be used. */
    T get() {
        return current;
    }

    /**
     * Reads the document again. What is wrong is said, once for as long as it stays the same. Never throws.
     *
     * @return whether it is used from now on
     */
    synchronized boolean reload() {
        try {
            LoadedContract loaded = loader.get();
            List<String> added = new ArrayList<>(errors(loaded));
            added.removeAll(errors);
            if (!added.isEmpty()) {
                complain(String.join(System.lineSeparator(), added));
                return false;
            }
            current = compiler.apply(loaded);
            errors = errors(loaded);
            lastComplaint = "";
            terminal.say("Reloaded: " + loaded.contract().operations().size() + " operation(s)");
            return true;
        } catch (ContractException e) {
            complain(String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            complain("error: unexpected failure (" + e.getClass().getSimpleName()
                    + "). This is a bug; please report it with the document.");
        }
        return false;
    }

    /** Faults that the document was read in spite of; one that has fewer of them is better than what is served. */
    private static List<String> errors(LoadedContract loaded) {
        return loaded.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .map(Problem::toString)
                .toList();
    }

    private void complain(String complaint) {
        if (!complaint.equals(lastComplaint)) {
            lastComplaint = complaint;
            terminal.complain(complaint + System.lineSeparator()
                    + "The document has changed and cannot be used; what it was before is still served.");
        }
    }
}
