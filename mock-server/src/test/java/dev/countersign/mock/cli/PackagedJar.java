package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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

/**
 * The packaged jar as a process of its own, with a document to serve.
 *
 * @param folder where the document and the output lie
 */
record PackagedJar(Path folder) {
    /** How a process ended. */
    record Finished(int code, String out, String err) {}

    Path document() throws IOException {
        Path file = folder.resolve("ping.yaml");
        return Files.exists(file) ? file : Files.writeString(file, """
                openapi: 3.1.0
                info: {title: Ping, version: '1'}
                paths:
                  /ping: {get: {operationId: ping, responses: {'200': {description: '', content: {text/plain: {example: pong}}}}}}
                """);
    }

    ProcessBuilder command(String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("mock.jar")));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line);
    }

    Finished run(String... arguments) throws IOException, InterruptedException {
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

    static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Asks the server that greeted with this line. */
    static String get(String greeting, String path) throws IOException, InterruptedException {
        URI address = URI.create(greeting.substring(greeting.lastIndexOf("http:")) + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
