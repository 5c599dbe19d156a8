package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.build.ContractBuild;
import dev.countersign.openapi.build.Gate;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code check} names as an error is what a build refuses, no more and no less. */
class CheckAndGateTest {
    @TempDir
    private Path folder;

    private record Said(int code, List<String> out, List<String> err) {
        static List<String> errors(List<String> lines) {
            return lines.stream().filter(line -> line.contains(": error: ")).toList();
        }
    }

    private static Said check(Path document, String... flags) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] arguments = Stream.concat(Stream.of("check", document.toString()), Stream.of(flags))
                .toArray(String[]::new);
        int code = Main.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(code, lines(out), lines(err));
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** The errors that the strict gate refuses a document for; none when it is built. */
    private List<String> refusal(Path document) throws IOException {
        try {
            new ContractBuild(document, document, folder.resolve("build"), Gate.STRICT, "", "").run();
            return List.of();
        } catch (ContractException e) {
            return e.problems().stream()
                    .filter(Problem::isError)
                    .map(Problem::toString)
                    .toList();
        }
    }

    static Stream<Path> documents() throws IOException {
        Stream.Builder<Path> found = Stream.builder();
        found.add(Path.of("../openapi/auth.yaml"));
        for (String module : List.of("openapi", "mock-server", "client", "client/runtime", "contract-tests")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/test/resources"))) {
                files.filter(file -> file.toString().matches(".*contracts/[^/]+\\.(ya?ml|json)"))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found.build();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void agreeOnADocument(Path document) throws IOException {
        List<String> refusal = refusal(document);
        Said said = check(document, "--gate");

        assertThat(Said.errors(said.out())).containsExactlyInAnyOrderElementsOf(refusal);
        assertThat(said.code()).isEqualTo(refusal.isEmpty() ? 0 : 1);
    }

    @Test
    void whatOnlyABuildNeedsIsANoteUnlessTheGateIsAskedFor() throws IOException {
        Path document = Files.writeString(folder.resolve("day-one.yaml"), """
                openapi: 3.1.0
                info: {title: Day one, version: '1'}
                paths:
                  /a:
                    get:
                      responses: {'200': {description: '', content: {application/json: {schema: {type: integer}}}}}
                """);

        Said said = check(document);

        assertThat(said.code()).isZero();
        assertThat(said.out()).containsExactly(document + ": 0 error(s), 0 warning(s)");
        assertThat(Said.errors(said.err()))
                .anyMatch(line -> line.contains("no operationId"))
                .anyMatch(line -> line.contains("no example"))
                .containsExactlyElementsOf(refusal(document));
        assertThat(check(document, "--gate").code()).isEqualTo(1);
    }

    @Test
    void agreeOnADocumentThatCannotBeRead() throws IOException {
        Path document = Files.writeString(folder.resolve("broken.yaml"), "openapi: [");

        Said said = check(document);

        assertThat(Said.errors(said.out())).isNotEmpty().isEqualTo(refusal(document));
        assertThat(said.code()).isEqualTo(1);
    }
}
