package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged jar as a process: how it ends, what it reads from its standard input, and how little memory it bears. */
@Timeout(120)
class PackagedProcessIT {
    @TempDir
    private Path folder;

    private PackagedJar jar;
    private Path document;

    @BeforeEach
    void writeDocument() throws IOException {
        jar = new PackagedJar(folder);
        document = jar.document();
    }

    private static URI address(String greeting, String path) {
        return URI.create(greeting.substring(greeting.lastIndexOf("http:")) + path);
    }

    @Test
    void endsWithCodeZeroWhenToldTo() throws IOException, InterruptedException {
        Process process =
                jar.command("serve", document.toString(), "--port", "0").start();
        try (BufferedReader out = PackagedJar.output(process)) {
            URI address = address(out.readLine(), "/ping");
            try (Socket idle = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
                // What the system has not handed to the server yet is reset by the system, whatever the server does.
                askOnce(idle);
                process.destroy();

                assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isZero();
                assertThat(idle.getInputStream().read()).isNegative();
            }
        } finally {
            process.destroyForcibly();
        }
    }

    /** Asks, reads the answer, and lets the connection stay as it is. */
    private static void askOnce(Socket connection) throws IOException {
        connection
                .getOutputStream()
                .write("GET /ping HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith("pong")) {
            int octet = connection.getInputStream().read();
            assertThat(octet).as("the answer after: %s", answer).isNotNegative();
            answer.append((char) octet);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "serve"})
    void readsStandardInput(String command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                command.equals("check") ? jar.command(command, "-") : jar.command(command, "-", "--port", "0");
        Process process = builder.redirectInput(document.toFile()).start();
        try (BufferedReader out = PackagedJar.output(process)) {
            String first = out.readLine();
            if (command.equals("check")) {
                assertThat(first).isEqualTo("-: 0 error(s), 0 warning(s)");
                assertThat(process.waitFor()).isZero();
            } else {
                assertThat(PackagedJar.get(first, "/ping")).isEqualTo("pong");
            }
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void saysNothingThatSteersTheTerminal() throws IOException, InterruptedException {
        Files.writeString(document, """
                openapi: 3.1.0
                info: {title: "\\e]0;owned\\a", version: "\\x9b31m"}
                paths:
                  "/a\\e[2J": {get: {responses: {'200': {$ref: "\\e[31m.yaml"}}}}
                  "/b\\u202e": {get: {responses: {'200': {description: "", content: {"text/\\e[0m": {example: 1}}}}}}
                """);

        PackagedJar.Finished finished = jar.run("check", document.toString());

        assertThat(finished.code()).isEqualTo(1);
        assertThat(finished.out() + finished.err())
                .contains("\\u001b[31m.yaml")
                .doesNotContain("\u001b", "\u0007", "\u009b", "\u202e");
    }

    /** Forty bodies at a time, of which one alone would not fit when it is unfolded. */
    @Test
    void bearsLargeBodiesWithLittleMemory() throws IOException, InterruptedException {
        Files.writeString(document, """
                openapi: 3.1.0
                info: {title: Ping, version: '1'}
                paths:
                  /ping:
                    post:
                      requestBody: {content: {application/json: {schema: {type: array}}}}
                      responses: {'204': {description: ''}}
                """);
        List<String> line =
                jar.command("serve", document.toString(), "--port", "0").command();
        line.add(1, "-Xmx32m");
        Process process = new ProcessBuilder(line).start();
        try (BufferedReader out = PackagedJar.output(process)) {
            URI address = address(out.readLine(), "/ping");
            assertThat(statuses(address, "[" + "{},".repeat(1_333_000) + "{}]")).isSubsetOf(413, 503);
            assertThat(statuses(address, "[" + "{},".repeat(200_000) + "{}]")).isSubsetOf(204, 413, 503);
            assertThat(statuses(address, "[]")).containsOnly(204);
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<Integer> statuses(URI address, String body) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.US_ASCII)))
                .build();
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 40)
                .mapToObj(each -> client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                        .thenApply(HttpResponse::statusCode))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }
}
