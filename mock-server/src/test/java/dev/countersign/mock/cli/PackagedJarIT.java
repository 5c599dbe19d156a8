package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
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
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
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

    @Test
    void bringsNoTestFramework() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("mock.jar"))) {
            List<String> names = jar.stream().map(JarEntry::getName).toList();

            assertThat(names).contains("dev/countersign/mock/cli/Main.class");
            assertThat(names).noneMatch(name -> name.matches("org/(junit|opentest4j|apiguardian|assertj)/.*"));
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
    void servesExternalExamplesAndWarnsOfThoseThatAreMissing() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("pong.txt"), "pong from a file");
        Files.writeString(document, """
                openapi: 3.1.0
                info: {title: Ping, version: '1'}
                paths:
                  /ping:
                    get:
                      responses:
                        '200':
                          description: ''
                          content: {text/plain: {examples: {a: {externalValue: none.txt}, b: {externalValue: pong.txt}}}}
                """);
        Path err = folder.resolve("err");
        Process process = command("serve", document.toString(), "--port", "0")
                .redirectError(err.toFile())
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(get(out.readLine(), "/ping")).isEqualTo("pong from a file");
        } finally {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Files.readString(err))
                .contains("The external example \"none.txt\" is not served: there is no such file.");
    }

    @Test
    void recordsAtTheLatestWhenItIsStopped() throws IOException, InterruptedException {
        Path recording = folder.resolve("recorded.json");
        MockResponse real = new MockResponse(
                200, List.of(new Header("Content-Type", "text/plain")), "real pong".getBytes(StandardCharsets.UTF_8));
        try (MockServer upstream = MockServer.start(request -> real, ServerSettings.onFreePort())) {
            Process process = command(
                            "proxy",
                            document.toString(),
                            upstream.url(),
                            "--port",
                            "0",
                            "--record",
                            recording.toString())
                    .start();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(get(out.readLine(), "/ping")).isEqualTo("real pong");
            } finally {
                process.destroy();
                assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            }
        }
        assertThat(Files.readString(recording)).contains("real pong", "recorded-1");
        assertThat(Files.readString(document)).doesNotContain("recorded-1");
    }

    private static String get(String greeting, String path) throws IOException, InterruptedException {
        URI address = URI.create(greeting.substring(greeting.lastIndexOf("http:")) + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void neverRecordsOverAFileOfTheDocument() throws IOException, InterruptedException {
        Path part = Files.writeString(folder.resolve("part.yaml"), "{get: {responses: {'200': {description: ''}}}}");
        Files.writeString(document, """
                openapi: 3.1.0
                info: {title: Ping, version: '1'}
                paths: {/ping: {$ref: part.yaml}}
                """);

        for (Path file : List.of(document, part)) {
            String before = Files.readString(file);
            Finished finished = run("proxy", document.toString(), "http://127.0.0.1:1", "--record", file.toString());

            assertThat(finished)
                    .isEqualTo(new Finished(
                            2,
                            "",
                            "error: --record would overwrite the document; name another file than " + file
                                    + ". See: mock-server proxy --help" + System.lineSeparator()));
            assertThat(Files.readString(file)).isEqualTo(before);
        }
    }

    @Test
    void refusesToRecordWhereNothingCanBeWritten() throws IOException, InterruptedException {
        String file = folder.resolve("none").resolve("recorded.json").toString();

        Finished finished = run("proxy", document.toString(), "http://127.0.0.1:1", "--record", file);

        assertThat(finished)
                .isEqualTo(new Finished(
                        2,
                        "",
                        "error: --record must name a file in a folder that can be written to: " + file
                                + ". See: mock-server proxy --help" + System.lineSeparator()));
    }

    @Test
    void explainsItself() throws IOException, InterruptedException {
        assertThat(run("serve", "--help").out()).contains("DOCUMENT", "--port", "--host", "--dynamic");
        assertThat(run("serve", "--help").out()).contains("--cors[=true|false]").doesNotContain("PARAM");
        assertThat(run("--version").out()).startsWith("countersign mock-server ");
    }
}
