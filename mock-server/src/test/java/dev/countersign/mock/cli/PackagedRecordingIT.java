package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.cli.PackagedJar.Finished;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged proxy, recording. */
@Timeout(60)
class PackagedRecordingIT {
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
    void recordsAtTheLatestWhenItIsStopped() throws IOException, InterruptedException {
        Path recording = folder.resolve("recorded.json");
        MockResponse real = new MockResponse(
                200, List.of(new Header("Content-Type", "text/plain")), "real pong".getBytes(StandardCharsets.UTF_8));
        try (MockServer upstream = MockServer.start(request -> real, ServerSettings.onFreePort())) {
            Process process = jar.command(
                            "proxy",
                            document.toString(),
                            upstream.url(),
                            "--port",
                            "0",
                            "--record",
                            recording.toString())
                    .start();
            try (BufferedReader out = PackagedJar.output(process)) {
                assertThat(PackagedJar.get(out.readLine(), "/ping")).isEqualTo("real pong");
            } finally {
                process.destroy();
                assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            }
        }
        assertThat(Files.readString(recording)).contains("real pong", "recorded-1");
        assertThat(Files.readString(document)).doesNotContain("recorded-1");
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
            Finished finished =
                    jar.run("proxy", document.toString(), "http://127.0.0.1:1", "--record", file.toString());

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

        Finished finished = jar.run("proxy", document.toString(), "http://127.0.0.1:1", "--record", file);

        assertThat(finished)
                .isEqualTo(new Finished(
                        2,
                        "",
                        "error: --record must name a file in a folder that can be written to: " + file
                                + ". See: mock-server proxy --help" + System.lineSeparator()));
    }
}
