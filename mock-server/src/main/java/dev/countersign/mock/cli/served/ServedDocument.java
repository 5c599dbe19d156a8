package dev.countersign.mock.cli.served;

import dev.countersign.mock.cli.command.Terminal;
import dev.countersign.mock.cli.document.CurrentDocument;
import dev.countersign.mock.cli.document.DocumentSource;
import dev.countersign.mock.cli.document.DocumentWatch;
import dev.countersign.mock.cli.document.WatchedFiles;
import dev.countersign.mock.control.ConsoleRoutes;
import dev.countersign.mock.control.Control;
import dev.countersign.mock.control.access.Access;
import dev.countersign.mock.control.access.Entrance;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.external.ExternalExamples;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A document that is read, served, and read again when it changes. Thread-safe.
 *
 * @param source where it is read from
 * @param loaded the document as it was read first
 * @param examples the examples of that reading
 * @param mock what is served
 * @param control holds what is kept and switched of it
 * @param files all that the last reading asked for
 */
public record ServedDocument(
        DocumentSource source,
        CompletableFuture<LoadedContract> loaded,
        ExternalExamples examples,
        CompletableFuture<ServedMock> mock,
        Control control,
        WatchedFiles files) {
    /**
     * Begins to read.
     *
     * @param compiler makes of the document what is served; may ask for more files
     * @param serving adds the listeners to its exchanges
     */
    public static ServedDocument read(
            DocumentSource source,
            Function<WatchedFiles, Function<LoadedContract, ServedMock.Served>> compiler,
            BiFunction<CurrentDocument<ServedMock.Served>, Control, ServedMock> serving,
            Terminal terminal) {
        Control control = new Control(Clock.systemUTC(), System::nanoTime);
        WatchedFiles files = new WatchedFiles();
        Function<LoadedContract, ServedMock.Served> compiled = compiler.apply(files);
        ExternalExamples examples = source.externalExamples(files);
        CompletableFuture<LoadedContract> reading = CompletableFuture.supplyAsync(() -> source.load(examples));
        CompletableFuture<ServedMock> mock = reading.thenApply(loaded -> serving.apply(
                new CurrentDocument<>(
                        loaded,
                        () -> {
                            files.forget();
                            return source.load(source.externalExamples(files));
                        },
                        compiled,
                        terminal),
                control));
        return new ServedDocument(source, reading, examples, mock, control, files);
    }

    /** Completes when all of them can be served, and fails with what is wrong with any of them. */
    public static CompletableFuture<List<ServedDocument>> allOf(List<ServedDocument> documents) {
        CompletableFuture<?>[] mocks =
                documents.stream().map(ServedDocument::mock).toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(mocks).handle((done, failure) -> {
            if (failure != null) {
                List<Problem> problems = documents.stream()
                        .flatMap(each -> each.problems().stream())
                        .toList();
                throw problems.isEmpty() ? cause(failure) : new ContractException(problems);
            }
            return documents;
        });
    }

    private static RuntimeException cause(Throwable failure) {
        return failure.getCause() instanceof RuntimeException cause ? cause : new CompletionException(failure);
    }

    /** Why it cannot be served; none when it can. */
    private List<Problem> problems() {
        try {
            mock.join();
            return List.of();
        } catch (CompletionException e) {
            return e.getCause() instanceof ContractException wrong ? wrong.problems() : List.of();
        }
    }

    /**
     * Its console and control API, below a path.
     *
     * @param all every document of the server
     */
    ConsoleRoutes console(String path, List<ReplaceableDocument> all) {
        return new ConsoleRoutes(path, control, () -> mock.join().current(), all);
    }

    /** The same behind its access control, where it is the only document. */
    public Entrance entrance(String path, Access access) {
        return new Entrance(
                path, List.of(path), access, console(path, List.of(new ReplaceableDocument(this, path + "/"))));
    }

    /**
     * The document, when it can be served.
     *
     * @throws ContractException when it cannot
     */
    public LoadedContract await() {
        try {
            mock.join();
            return loaded.join();
        } catch (CompletionException e) {
            throw cause(e);
        }
    }

    /** From now on it is reloaded when it changes. */
    public void watch() {
        if (source.isFile()) {
            new DocumentWatch(files, mock.join()::reload).start();
        }
    }

    /** Reports what is served differently from what the document says. */
    public void warn(Terminal terminal) {
        ExampleWarnings.printUnread(examples.problems(), source.document(), terminal);
        ExampleWarnings.printLater(loaded.join(), source.document(), terminal);
    }
}
