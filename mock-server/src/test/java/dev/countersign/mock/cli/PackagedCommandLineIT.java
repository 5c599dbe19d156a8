package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.cli.PackagedJar.Finished;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged jar says of command lines and documents, and with which exit code. */
@Timeout(60)
class PackagedCommandLineIT {
    @TempDir
    private Path folder;

    private PackagedJar jar;
    private Path document;

    @BeforeEach
    void writeDocument() throws IOException {
        jar = new PackagedJar(folder);
        document = jar.document();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not an address", "ftp://example.test", ""})
    void refusesUpstreamsThatAreNone(String upstream) throws IOException, InterruptedException {
        Finished finished = jar.run("proxy", document.toString(), upstream, "--port", "0");

        assertThat(finished.code()).isEqualTo(2);
        assertThat(finished.err()).startsWith("error: ").hasLineCount(1);
    }

    @Test
    void refusesUnknownFlags() throws IOException, InterruptedException {
        assertThat(jar.run("serve", document.toString(), "--prot=1"))
                .isEqualTo(new Finished(
                        2,
                        "",
                        "error: Unknown option: '--prot=1'. Did you mean --port? See: mock-server serve --help"
                                + System.lineSeparator()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "-1", "many"})
    void refusesPortsThatAreNone(String port) throws IOException, InterruptedException {
        Finished finished = jar.run("serve", document.toString(), "--port", port);

        assertThat(finished.code()).isEqualTo(2);
        assertThat(finished.err()).startsWith("error: ").hasLineCount(1);
    }

    @Test
    void refusesACommandLineWithoutDocument() throws IOException, InterruptedException {
        Finished finished = jar.run("serve");

        assertThat(finished.code()).isEqualTo(2);
        assertThat(finished.err())
                .isEqualTo("error: Missing required parameter: 'DOCUMENT...'. See: mock-server serve --help"
                        + System.lineSeparator());
    }

    @Test
    void refusesAPortInUse() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Finished finished =
                    jar.run("serve", document.toString(), "--host", "0.0.0.0", "--port", "" + taken.getLocalPort());

            assertThat(finished.code()).isEqualTo(1);
            assertThat(finished.out()).isEmpty();
            assertThat(finished.err())
                    .startsWith("error: cannot listen on 0.0.0.0:" + taken.getLocalPort()
                            + ": the port is in use by java (process "
                            + ProcessHandle.current().pid() + "). Choose another with --port, for instance --port ")
                    .hasLineCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.yaml", "not-openapi.yaml", "not-yaml.yaml", "nowhere.yaml", "."})
    void refusesDocumentsThatCannotBeServed(String name) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("not-openapi.yaml"), "a: 1\n");
        Files.writeString(folder.resolve("not-yaml.yaml"), "a: [1\nb: }\n");
        Files.writeString(folder.resolve("nowhere.yaml"), """
                openapi: 3.1.0
                info: {title: Nowhere, version: '1'}
                paths: {/a: {$ref: '#/components/pathItems/none'}}
                """);

        Finished finished = jar.run("serve", folder.resolve(name).toString(), "--port", "0");

        assertThat(finished.code()).isEqualTo(1);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err())
                .contains("error")
                .doesNotContain("Exception", "\tat ")
                .hasLineCount(1);
    }

    @Test
    void checksADocument() throws IOException, InterruptedException {
        Finished finished = jar.run("check", document.toString());

        assertThat(finished.code()).isZero();
        assertThat(finished.out()).isEqualTo(document + ": 0 error(s), 0 warning(s)" + System.lineSeparator());
    }

    @Test
    void explainsItself() throws IOException, InterruptedException {
        assertThat(jar.run("serve", "--help").out()).contains("DOCUMENT", "--port", "--host", "--dynamic");
        assertThat(jar.run("serve", "--help").out())
                .contains("--cors[=true|false]")
                .doesNotContain("PARAM");
        assertThat(jar.run("--version").out()).startsWith("countersign mock-server ");
    }
}
