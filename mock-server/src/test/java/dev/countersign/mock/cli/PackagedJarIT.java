package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged jar, as a user runs it. */
@Timeout(60)
class PackagedJarIT {
    @TempDir
    private Path folder;

    private Path document;

    private record Finished(int code, String out, String err) {}

    @BeforeEach
    void writeDocument() throws IOException {
        document = Files.writeString(folder.resolve("ping.yaml"), """
                openapi: 3.1.0
                info: {title: Ping, version: '1'}
                paths:
                  /ping: {get: {operationId: ping, responses: {'200': {description: '', content: {text/plain: {example: pong}}}}}}
                """);
    }

    private ProcessBuilder command(String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("mock.jar")));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line);
    }

    private Finished run(String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = command(arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return new Finished(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "mock"})
    void answersAsSoonAsItSaysWhere(String command) throws IOException, InterruptedException {
        Process process = command(command, document.toString(), "--port", "0").start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String greeting = out.readLine();
            assertThat(greeting).matches("Mock of Ping 1 listening on http://127\\.0\\.0\\.1:[1-9][0-9]*");
            String url = greeting.substring(greeting.indexOf("http:"));
            assertThat(out.readLine()).isEqualTo("  GET " + url + "/ping");
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(url + "/ping")).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("pong");
        } finally {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void takesSwitchesBeforeAndAfterTheDocument() throws IOException, InterruptedException {
        Process process = command("mock", "-d", "--cors=false", "-m", document.toString(), "-h", "127.0.0.1", "-p", "0")
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).startsWith("Mock of Ping 1 listening on http://127.0.0.1:");
        } finally {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"not an address", "ftp://example.test", ""})
    void refusesUpstreamsThatAreNone(String upstream) throws IOException, InterruptedException {
        Finished finished = run("proxy", document.toString(), upstream, "--port", "0");

        assertThat(finished.code()).isEqualTo(2);
        assertThat(finished.err()).startsWith("error: ").hasLineCount(1);
    }

    @Test
    void refusesUnknownFlags() throws IOException, InterruptedException {
        assertThat(run("serve", document.toString(), "--prot=1"))
                .isEqualTo(new Finished(
                        2,
                        "",
                        "error: Unknown option: '--prot=1'. See: mock-server serve --help" + System.lineSeparator()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "-1", "many"})
    void refusesPortsThatAreNone(String port) throws IOException, InterruptedException {
        Finished finished = run("serve", document.toString(), "--port", port);

        assertThat(finished.code()).isEqualTo(2);
        assertThat(finished.err()).startsWith("error: ").hasLineCount(1);
    }

    @Test
    void refusesACommandLineWithoutDocument() throws IOException, InterruptedException {
        Finished finished = run("serve");

        assertThat(finished.code()).isEqualTo(2);
        assertThat(finished.err())
                .isEqualTo("error: Missing required parameter: 'DOCUMENT'. See: mock-server serve --help"
                        + System.lineSeparator());
    }

    @Test
    void refusesAPortInUse() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Finished finished =
                    run("serve", document.toString(), "--host", "0.0.0.0", "--port", "" + taken.getLocalPort());

            assertThat(finished)
                    .isEqualTo(new Finished(
                            1,
                            "",
                            "error: cannot listen on 0.0.0.0:" + taken.getLocalPort()
                                    + ": the port is in use or not permitted. Choose another with --port, or --port 0 for"
                                    + " any free one." + System.lineSeparator()));
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

        Finished finished = run("serve", folder.resolve(name).toString(), "--port", "0");

        assertThat(finished.code()).isEqualTo(1);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err())
                .contains("error")
                .doesNotContain("Exception", "\tat ")
                .hasLineCount(1);
    }

    @Test
    void checksADocument() throws IOException, InterruptedException {
        Finished finished = run("check", document.toString());

        assertThat(finished.code()).isZero();
        assertThat(finished.out()).isEqualTo(document + ": 0 error(s), 0 warning(s)" + System.lineSeparator());
    }

    @Test
    void explainsItself() throws IOException, InterruptedException {
        assertThat(run("serve", "--help").out()).contains("DOCUMENT", "--port", "--host", "--dynamic");
        assertThat(run("--version").out()).startsWith("countersign mock-server ");
    }
}
