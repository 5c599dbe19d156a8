package dev.countersign.mock.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.cli.command.Terminal;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.openapi.LoadOptions;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.external.ExternalExamples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document that changes while it is served. */
class ReloadTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private final WatchedFiles files = new WatchedFiles();
    private Path document;
    private CurrentDocument<Mock> mock;
    private DocumentWatch watch;

    @BeforeEach
    void serve() throws IOException {
        document = folder.resolve("a.yaml");
        write("one");
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        mock = new CurrentDocument<>(
                load(), this::load, loaded -> Mock.compile(loaded.contract(), MockOptions.DEFAULTS), terminal);
        watch = new DocumentWatch(files, mock::reload);
    }

    private LoadedContract load() {
        files.forget();
        LoadOptions options = LoadOptions.DEFAULT.withAsked(files);
        return ExternalExamples.load(document, options);
    }

    private void write(String text) throws IOException {
        Files.writeString(document, """
                openapi: 3.1.0
                info: {title: A, version: '1'}
                paths: {/a: {get: {responses: {'200': {description: '', content: {text/plain: {example: %s}}}}}}}
                """.formatted(text));
    }

    private String answer() {
        return mock.get().answer(MockRequest.of("GET", "/a", List.of(), "")).text();
    }

    @Test
    void servesTheChangedDocument() throws IOException {
        assertThat(answer()).isEqualTo("one");
        write("another");
        watch.look();

        assertThat(answer()).isEqualTo("another");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("Reloaded: 1 operation(s)" + System.lineSeparator());
    }

    @Test
    void doesNothingWithoutAChange() {
        watch.look();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void goesOnWhenTheChangedDocumentCannotBeUsed() throws IOException {
        Files.writeString(document, "openapi: [");
        watch.look();

        assertThat(answer()).isEqualTo("one");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("what it was before is still served");
    }

    @Test
    void tellsWhetherTheChangedDocumentIsServed() throws IOException {
        Files.writeString(document, "openapi: [");
        assertThat(mock.reload()).isFalse();
        write("repaired");
        assertThat(mock.reload()).isTrue();
    }

    @Test
    void servesTheDocumentAnewWhenAnyOfItsFilesChanges() throws IOException {
        Path part = folder.resolve("part.yaml");
        Files.writeString(part, "{example: first}");
        Files.writeString(document, """
                openapi: 3.1.0
                info: {title: A, version: '1'}
                paths: {/a: {get: {responses: {'200': {description: '', content: {text/plain: {$ref: part.yaml}}}}}}}
                """);
        watch.look();
        assertThat(answer()).isEqualTo("first");
        watch.look();
        Files.writeString(part, "{example: changed}");
        watch.look();

        assertThat(answer()).isEqualTo("changed");
    }

    private void writeReference(String reference) throws IOException {
        Files.writeString(document, """
                openapi: 3.1.0
                info: {title: A, version: '1'}
                paths: {/a: {get: {responses: {'200': {description: '', content: {text/plain: {$ref: "%s"}}}}}}}
                """.formatted(reference));
    }

    private String complaints() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void waitsForAFileThatIsNotThereYet() throws IOException {
        writeReference("later/part.yaml");
        watch.look();
        assertThat(answer()).isEqualTo("one");
        Path later = Files.createDirectory(folder.resolve("later"));
        Files.writeString(later.resolve("part.yaml"), "{example: come}");
        watch.look();

        assertThat(answer()).isEqualTo("come");
        assertThat(complaints()).containsOnlyOnce("There is no file");
    }

    @Test
    void waitsForABrokenFileToBeRepaired() throws IOException {
        Path part = Files.writeString(folder.resolve("part.yaml"), "{example: [");
        writeReference("part.yaml");
        watch.look();
        assertThat(answer()).isEqualTo("one");
        Files.writeString(part, "{example: repaired}");
        watch.look();

        assertThat(answer()).isEqualTo("repaired");
    }

    @Test
    void servesExternalExamplesAnew() throws IOException {
        Path example = Files.writeString(folder.resolve("e.txt"), "first");
        Files.writeString(document, """
                openapi: 3.1.0
                info: {title: A, version: '1'}
                paths: {/a: {get: {responses: {'200': {description: '', content: {text/plain:
                  {examples: {e: {externalValue: e.txt}}}}}}}}}
                """);
        watch.look();
        assertThat(answer()).isEqualTo("first");
        Files.writeString(example, "second one");
        watch.look();

        assertThat(answer()).isEqualTo("second one");
    }

    @Test
    void saysOnceWhatIsWrong() throws IOException {
        Path part = Files.writeString(folder.resolve("part.yaml"), "{example: 1}");
        Files.writeString(document, """
                openapi: 3.1.0
                info: {title: A, version: '1'}
                paths: {/a: {get: {responses: {'200': {description: '', content:
                  {text/plain: {$ref: part.yaml}, text/html: {$ref: none.yaml}}}}}}}
                """);
        watch.look();
        Files.writeString(part, "{example: 22}");
        watch.look();

        assertThat(complaints()).containsOnlyOnce("none.yaml").containsOnlyOnce("still served");
    }

    /** Each is a URI reference that names no file; the last one is half a character. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.yaml?x=1",
                "nul%00.yaml",
                "nul\\0.yaml",
                "file:x",
                "//host/a.yaml",
                "file://host/a.yaml",
                "\\ud800.yaml",
                "http:///a"
            })
    void outlivesReferencesThatNameNoFile(String reference) throws IOException {
        writeReference(reference);
        watch.look();
        assertThat(answer()).isEqualTo("one");
        assertThat(complaints()).contains("a.yaml:3 (").doesNotContain("unexpected failure");
        write("repaired");
        watch.look();

        assertThat(answer()).isEqualTo("repaired");
    }

    @Test
    void outlivesAnUnexpectedFailure() throws IOException {
        CurrentDocument<String> failing = new CurrentDocument<>(
                load(),
                this::load,
                loaded -> {
                    if (loaded.contract().title().equals("B")) {
                        throw new IllegalStateException("planted");
                    }
                    return loaded.contract().title();
                },
                new Terminal(System.out, new PrintStream(err, true, StandardCharsets.UTF_8)));
        Files.writeString(document, "openapi: 3.1.0\ninfo: {title: B, version: '1'}\npaths: {}\n");
        failing.reload();

        assertThat(failing.get()).isEqualTo("A");
        assertThat(complaints())
                .contains("unexpected failure (IllegalStateException)")
                .doesNotContain("planted");
    }

    @Test
    void seesAFolderThatIsSwapped() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        Files.writeString(first.resolve("part.yaml"), "{example: old}");
        Files.writeString(second.resolve("part.yaml"), "{example: new}");
        Files.setLastModifiedTime(second.resolve("part.yaml"), Files.getLastModifiedTime(first.resolve("part.yaml")));
        Path link = Files.createSymbolicLink(folder.resolve("data"), first);
        writeReference("data/part.yaml");
        watch.look();
        assertThat(answer()).isEqualTo("old");
        Files.delete(link);
        Files.createSymbolicLink(link, second);
        watch.look();

        assertThat(answer()).isEqualTo("new");
    }

    @Test
    void goesOnWhenTheDocumentIsGone() throws IOException {
        Files.delete(document);
        watch.look();

        assertThat(answer()).isEqualTo("one");
        assertThat(complaints()).isEmpty();
        watch.look();
        watch.look();

        assertThat(answer()).isEqualTo("one");
        assertThat(complaints()).containsOnlyOnce("There is no such file.");
    }
}
