package dev.countersign.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.openapi.contract.ContractException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that cannot be used, or only when told so: each is refused with file, line and reason. */
class UnusableDocumentsTest {
    @TempDir
    Path folder;

    private DocumentFiles files;

    @BeforeEach
    void files() {
        files = new DocumentFiles(folder);
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of(
                        "openapi: 3.0.0\npaths: [\n",
                        "api.yaml:3: error: The file is not valid YAML: expected the node content, but found"
                                + " '<stream end>'."),
                Arguments.of(
                        "just text",
                        "api.yaml:1: error: This is not an OpenAPI document: its top level is not an object."
                                + " Supported are \"openapi: 3.0.x\", \"3.1.x\", \"3.2.x\" and \"swagger: '2.0'\"."),
                Arguments.of(
                        "",
                        "api.yaml: error: The file is empty. Write an OpenAPI document into it, or name another file."),
                Arguments.of(
                        "<!DOCTYPE html>\n<p class=\"a: b\">\n\t: x",
                        "api.yaml:1: error: This is XML or HTML, neither YAML nor JSON."
                                + " Name a document in YAML or JSON."),
                Arguments.of(
                        "info: {}",
                        "api.yaml:1: error: This is not an OpenAPI document: it has neither \"openapi\" nor"
                                + " \"swagger\". Supported are \"openapi: 3.0.x\", \"3.1.x\", \"3.2.x\" and"
                                + " \"swagger: '2.0'\"."),
                Arguments.of(
                        "info: {}\nopenapi: 4.0.0",
                        "api.yaml:2 (/openapi): error: OpenAPI version \"4.0.0\" is not supported. Supported are"
                                + " \"openapi: 3.0.x\", \"3.1.x\", \"3.2.x\" and \"swagger: '2.0'\"."),
                Arguments.of(
                        "openapi: 3.0.0\npaths:\n  /a:\n    $ref: gone.yaml",
                        "api.yaml:4 (/paths/~1a/$ref): error: There is no file \"gone.yaml\" beside the document."
                                + " Correct the path; it is relative to the file that holds the reference."),
                Arguments.of(
                        "openapi: 3.0.0\npaths:\n  /a:\n    $ref: '#/paths/~1a'",
                        "api.yaml:4 (/paths/~1a/$ref): error: \"#/paths/~1a\" leads back to itself."
                                + " Break the circle."),
                Arguments.of(
                        "openapi: 3.0.0\ncomponents:\n  schemas:\n    A: {items: {$ref: '#/components/schemas/B'}}",
                        "api.yaml:4 (/components/schemas/A/items/$ref): error: The reference"
                                + " \"#/components/schemas/B\" leads nowhere: api.yaml has no such place."
                                + " Correct the reference or add what it names."),
                Arguments.of(
                        "openapi: 3.0.0\npaths: {/a: {$ref: 'http://localhost:1/a.yaml'}}",
                        "api.yaml:2 (/paths/~1a/$ref): error: The reference leads to the network"
                                + " (http://localhost:1/a.yaml), which is not allowed. Copy the file beside the"
                                + " document, or allow remote references."));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void saysWhereAnUnusableDocumentIsWrong(String text, String problem) {
        files.with("api.yaml", text);

        ContractException failure = catchThrowableOfType(ContractException.class, () -> files.load("api.yaml"));

        assertThat(failure.getMessage().replace(folder + "/", "")).isEqualTo(problem);
    }

    @Test
    void saysWhereJsonIsMalformed() {
        files.with("api.json", "{\n\t\"openapi\": \"3.0.0\",\n\t\"info\": }");

        ContractException failure = catchThrowableOfType(ContractException.class, () -> files.load("api.json"));

        assertThat(failure.getMessage())
                .startsWith(folder.resolve("api.json") + ":3: error: The file is not valid JSON: Unexpected character");
    }

    @Test
    void saysThatAMissingDocumentIsMissing() {
        ContractException failure = catchThrowableOfType(ContractException.class, () -> files.load("no.yaml"));

        assertThat(failure.getMessage().replace(folder + "/", ""))
                .isEqualTo("no.yaml: error: There is no such file. Name an OpenAPI document in YAML or JSON.");
    }

    @Test
    void refusesAliasesThatExpandWithoutEnd() {
        StringBuilder bomb = new StringBuilder("openapi: 3.0.0\nx-0: &a0 [lol, lol]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("x-%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        files.with("api.yaml", bomb.toString());

        ContractException failure = catchThrowableOfType(ContractException.class, () -> files.load("api.yaml"));

        assertThat(failure.getMessage()).contains("aliases expand to more than 5000000 values");
    }

    @Test
    void refusesNestingThatNoStackHolds() {
        files.with("api.json", "{\"openapi\":\"3.0.0\",\"x-a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");

        ContractException failure = catchThrowableOfType(ContractException.class, () -> files.load("api.json"));

        assertThat(failure.getMessage()).contains("api.json").contains("error:");
    }
}
