package dev.countersign.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.openapi.contract.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that people take for an OpenAPI document, and references that name no file. */
class OtherFormatsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|The file is empty.",
                "'# only a remark'|The file is empty.",
                "'{\"info\":{\"schema\":\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"},\"item\":[]}'|Postman",
                "'{\"info\":{\"_postman_id\":\"1\"},\"item\":[]}'|Postman",
                "'{\"id\":\"1\",\"order\":[],\"requests\":[]}'|Postman",
                "'{\"log\":{\"version\":\"1.2\",\"entries\":[]}}'|HTTP archive (HAR)",
                "'asyncapi: 3.0.0'|AsyncAPI",
                "'arazzo: 1.0.0'|Arazzo",
                "'{\"overlay\":\"1.0.0\",\"actions\":[]}'|overlay",
                "'{\"_type\":\"export\",\"__export_format\":4}'|Insomnia",
                "'{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"type\":\"object\"}'|JSON Schema",
                "'<html><body>x</body></html>'|XML or HTML",
                "'a: 1'|neither \"openapi\" nor \"swagger\"",
            })
    void areCalledByName(String text, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("document"), text);

        assertThatThrownBy(() -> ContractLoader.load(file))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining(words)
                .hasMessageContaining("document");
    }

    @Test
    void areNotSeenInADocumentThatBorrowsTheirWords() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.yaml"),
                "{openapi: 3.1.0, $schema: x, info: {title: A, version: '1', description: postman}, paths: {}}");

        assertThat(ContractLoader.load(file).contract().title()).isEqualTo("A");
    }

    /** Reading a pipe would wait for ever. */
    @Test
    @Timeout(20)
    void doNotMakeAPipeAFile() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.yaml");
        Process making = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertThat(making.waitFor(10, TimeUnit.SECONDS)).isTrue();
        Path file = Files.writeString(folder.resolve("a.yaml"), """
                openapi: 3.1.0
                info: {title: A, version: '1'}
                paths: {/a: {$ref: pipe.yaml}}
                """);

        assertThatThrownBy(() -> ContractLoader.load(file)).hasMessageContaining("\"pipe.yaml\" is no regular file.");
    }

    @Test
    void mayBeReadFromTextBesideTheirFiles() throws IOException {
        Files.writeString(folder.resolve("part.yaml"), "get: {responses: {'204': {description: ''}}}");
        String text =
                "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths:\n  /a: {$ref: part.yaml}\n  /b: {$ref: %s}\n";
        LoadedContract loaded = ContractLoader.load(text.formatted("part.yaml"), "(text)", folder, LoadOptions.DEFAULT);

        assertThat(loaded.contract().operations()).hasSize(2);
        assertThat(ContractLoader.load(text.formatted("none.yaml"), "(text)", folder, LoadOptions.DEFAULT)
                        .problems()
                        .toString())
                .contains("(text):5 (/paths/~1b/$ref): error: There is no file \"none.yaml\"");
    }
}
