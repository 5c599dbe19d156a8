package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.MockOptions;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.openapi.ContractLoader;
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

/** A document that changes while it is served. */
class ReloadTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path document;
    private ServedMock mock;
    private DocumentWatch watch;

    @BeforeEach
    void serve() throws IOException {
        document = folder.resolve("a.yaml");
        write("one");
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        mock = new ServedMock(
                ContractLoader.load(document),
                () -> ContractLoader.load(document),
                MockOptions.DEFAULTS,
                List.of(),
                terminal);
        watch = new DocumentWatch(mock::files, mock::reload);
    }

    private void write(String text) throws IOException {
        Files.writeString(document, """
                openapi: 3.1.0
                info: {title: A, version: '1'}
                paths: {/a: {get: {responses: {'200': {description: '', content: {text/plain: {example: %s}}}}}}}
                """.formatted(text));
    }

    private String answer() {
        return mock.answer(MockRequest.of("GET", "/a", List.of(), "")).text();
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
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("the mock goes on with what it was before");
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

    @Test
    void goesOnWhenTheDocumentIsGone() throws IOException {
        Files.delete(document);
        watch.look();

        assertThat(answer()).isEqualTo("one");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
