package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private PackagedJar jar;
    private Path document;

    @BeforeEach
    void writeDocument() throws IOException {
        jar = new PackagedJar(folder);
        document = jar.document();
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
        Process process =
                jar.command(command, document.toString(), "--port", "0").start();
        try (BufferedReader out = PackagedJar.output(process)) {
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
        Process process = jar.command(
                        "mock", "-d", "--cors=false", "-m", document.toString(), "-h", "127.0.0.1", "-p", "0")
                .start();
        try (BufferedReader out = PackagedJar.output(process)) {
            assertThat(out.readLine()).startsWith("Mock of Ping 1 listening on http://127.0.0.1:");
        } finally {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
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
        Process process = jar.command("serve", document.toString(), "--port", "0")
                .redirectError(err.toFile())
                .start();
        try (BufferedReader out = PackagedJar.output(process)) {
            assertThat(PackagedJar.get(out.readLine(), "/ping")).isEqualTo("pong from a file");
        } finally {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Files.readString(err))
                .contains("The external example \"none.txt\" is not served: there is no such file.");
    }
}
