package dev.countersign.mock.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A document to be served, and what a server of it answers. */
final class ServedDocument {
    private ServedDocument() {}

    static Path write(Path file) throws IOException {
        return Files.writeString(file, """
                openapi: 3.1.0
                info: {title: Ping, version: '1'}
                paths:
                  /ping: {get: {operationId: ping, responses: {'200': {description: '', content: {text/plain: {example: pong}}}}}}
                """);
    }

    /** Starts a server, asks it once, and tells it to end. */
    static String answerOf(ProcessBuilder server) throws IOException, InterruptedException {
        Process process = server.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String greeting = out.readLine();
            assertThat(greeting).startsWith("Mock of Ping 1 listening on http://127.0.0.1:");
            URI ping = URI.create(greeting.substring(greeting.indexOf("http:")) + "/ping");
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(ping).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } finally {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
