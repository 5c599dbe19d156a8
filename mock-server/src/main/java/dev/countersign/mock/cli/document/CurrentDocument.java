package dev.countersign.mock.cli.document;

import dev.countersign.mock.cli.command.Terminal;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a document was compiled into, and is compiled into again whenever it changes. While an edited document cannot be used,
 * the last one that could stays in use. Thread-safe.
 *
 * @param <T> what the document is compiled into
 */
public final class CurrentDocument<T> {
    private final Supplier<LoadedContract> loader;
    private final Function<LoadedContract, T> compiler;
    private final Terminal terminal;
    private volatile T current;
    private volatile boolean replaced;
    private List<Problem> errors;
    private String lastComplaint = "";

    /**
     * A document that has been read.
     *
     * @param loaded the document as it is now
     * @param loader reads it again
     */
    public CurrentDocument(
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
    public T get() {
        return current;
    }

    /** Whether another document is used in its place. */
    public boolean isReplaced() {
        return replaced;
    }

    /**
     * Reads the document again. What is wrong with it is reported, once for as long as it stays the same. Never throws.
     *
     * @return whether it is used from now on
     */
    public synchronized boolean reload() {
        List<String> problems = restore();
        if (!problems.isEmpty()) {
            complain(String.join(System.lineSeparator(), problems));
        }
        return problems.isEmpty();
    }

    /**
     * The same for a caller that reports what is wrong.
     *
     * @return a sentence for each reason why it cannot be used; none when it is used from now on
     */
    public synchronized List<String> restore() {
        return use(loader, "Reloaded", false);
    }

    /**
     * Uses another document in its place until it is read again. Never throws.
     *
     * @return a sentence for each reason why it cannot be used; none when it is used from now on
     */
    public synchronized List<String> replace(Supplier<LoadedContract> other) {
        return use(other, "Replaced", true);
    }

    private List<String> use(Supplier<LoadedContract> read, String done, boolean other) {
        try {
            LoadedContract loaded = read.get();
            List<Problem> added = errors(loaded).stream().filter(this::isNew).toList();
            if (!added.isEmpty()) {
                return added.stream().map(Problem::toString).toList();
            }
            current = compiler.apply(loaded);
            errors = errors(loaded);
            replaced = other;
            lastComplaint = "";
            terminal.say(done + ": " + loaded.contract().operations().size() + " operation(s)");
            return List.of();
        } catch (ContractException e) {
            return e.problems().stream().map(Problem::toString).toList();
        } catch (RuntimeException | StackOverflowError e) {
            return List.of("error: unexpected failure (" + e.getClass().getSimpleName()
                    + "). This is a bug; please report it with the document.");
        }
    }

    /** Whether the fault was not there before, on whichever line. */
    private boolean isNew(Problem error) {
        return errors.stream()
                .noneMatch(known -> known.what().equals(error.what())
                        && known.place().pointer().equals(error.place().pointer()));
    }

    /** Faults that the document was read in spite of; one that has fewer of them is better than what is served. */
    private static List<Problem> errors(LoadedContract loaded) {
        return loaded.problems().stream().filter(Problem::isError).toList();
    }

    private void complain(String complaint) {
        if (!complaint.equals(lastComplaint)) {
            lastComplaint = complaint;
            terminal.complain(complaint + System.lineSeparator()
                    + "The document has changed and cannot be used; what it was before is still served.");
        }
    }
}
