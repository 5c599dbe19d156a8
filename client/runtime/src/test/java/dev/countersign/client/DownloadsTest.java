package dev.countersign.client;

import static dev.countersign.client.RawServer.bytes;
import static dev.countersign.client.RawServer.http;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.client.TransportException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sample.zoo.ZooClient;

/** Bodies that go to a file: the whole of it is there, or what was there before. */
@Timeout(60) // Some wait for what only comes when the client does its part.
class DownloadsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nConnection: close\r\n";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void somethingIsThere() throws IOException {
        file = Files.writeString(folder.resolve("photo.png"), "before");
    }

    private static ClientBuilder<ZooClient> client(RawServer server) {
        return ZooClient.builder().baseUrl(server.url()).timeout(Duration.ofSeconds(30));
    }

    private void assertNothingElseIsThere(String content) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(file).hasContent(content);
    }

    @Test
    void replaceWhatIsThere() throws IOException {
        try (RawServer server = RawServer.playing(http(200, "after", "Content-Type: image/png"));
                ZooClient client = client(server).build()) {
            assertThat(client.animals().toFile(file).showPhoto("1")).isEqualTo(file);

            assertThat(server.onlyRequest()).startsWith("GET /photos/1 HTTP/1.1\r\n");
            assertNothingElseIsThere("after");
        }
    }

    @Test
    void mayBeLongerThanWhatIsAcceptedOtherwiseAndAreNotHeld() throws IOException {
        List<Integer> held = new ArrayList<>();
        CallObserver observer = new CallObserver() {
            @Override
            public void onResponse(CallInfo call, ReceivedResponse response, Duration took) {
                held.add(response.content().length);
            }
        };
        try (RawServer server = RawServer.playing(http(200, "x".repeat(100_000), "Content-Type: image/png"));
                ZooClient client =
                        client(server).maxResponseBytes(10).observer(observer).build()) {
            client.animals().toFile(file).showPhoto("1");

            assertThat(file).hasSize(100_000);
            assertThat(held).containsExactly(0);
        }
    }

    @Test
    void areDecompressed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("after".getBytes(StandardCharsets.UTF_8));
        }
        try (RawServer server = RawServer.playing(out -> {
                    out.write((OK + "Content-Encoding: gzip\r\n\r\n").getBytes(StandardCharsets.UTF_8));
                    out.write(packed.toByteArray());
                });
                ZooClient client = client(server).build()) {
            client.animals().toFile(file).showPhoto("1");

            assertNothingElseIsThere("after");
        }
    }

    @Test
    void leaveWhatIsThereWhenAnErrorIsAnswered() throws IOException {
        try (RawServer server = RawServer.playing(http(404, "<html/>"));
                ZooClient client = client(server).build()) {
            ApiException thrown = catchThrowableOfType(
                    ApiException.class, () -> client.animals().toFile(file).showPhoto("1"));

            assertThat(thrown).hasMessage("GET /photos/{id} was answered with status 404");
            assertThat(thrown.response().text()).isEqualTo("<html/>");
            assertNothingElseIsThere("before");
        }
    }

    @Test
    void leaveWhatIsThereWhenTheConnectionBreaks() throws IOException {
        Map<String, String> halves = Map.of(
                "Content-Length: 9\r\n\r\nhalf", "only 4 of 9 bytes of the body came",
                "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n", "the chunked body ended too early");
        for (Map.Entry<String, String> half : halves.entrySet()) {
            try (RawServer server = RawServer.playing(bytes(OK + half.getKey()));
                    ZooClient client = client(server).build()) {
                Failures.assertFails(
                        () -> client.animals().toFile(file).showPhoto("1"),
                        Kind.BROKEN,
                        Failures.brokenOff("GET /photos/{id}", server, half.getValue()));
                assertNothingElseIsThere("before");
            }
        }
    }

    @Test
    void areTriedAgainAsThePolicyHasIt() throws IOException {
        try (RawServer server = RawServer.playing(
                        bytes(OK + "Content-Length: 999\r\n\r\nonly a half, and longer than all of the second"),
                        http(200, "after", "Content-Type: image/png"));
                ZooClient client = client(server)
                        .retries(RetryPolicy.upTo(1))
                        .pause(duration -> {})
                        .build()) {
            client.animals().toFile(file).showPhoto("1");

            assertNothingElseIsThere("after");
        }
    }

    @Test
    void endWithTheTimeOfTheCall() throws IOException {
        try (RawServer server = RawServer.playing(out -> {
                    out.write((OK + "Content-Length: 9\r\n\r\nhalf").getBytes(StandardCharsets.UTF_8));
                    out.awaitEnd();
                });
                ZooClient client =
                        client(server).timeout(Duration.ofMillis(1_500)).build()) {
            Failures.assertFails(
                    () -> client.animals().toFile(file).showPhoto("1"),
                    Kind.TIMEOUT,
                    Failures.incomplete("GET /photos/{id}", "the call took longer than its timeout"));
            assertNothingElseIsThere("before");
        }
    }

    @Test
    void endWithTheirThreadAndWithTheClient() throws Exception {
        RawServer.Script half = out -> {
            out.write((OK + "Content-Length: 9\r\n\r\nhalf").getBytes(StandardCharsets.UTF_8));
            out.awaitEnd();
        };
        for (Kind kind : List.of(Kind.INTERRUPTED, Kind.CLOSED)) {
            try (RawServer server = RawServer.playing(half);
                    ZooClient client = client(server).build()) {
                TransportException[] thrown = new TransportException[1];
                Thread caller = new Thread(() -> thrown[0] = catchThrowableOfType(
                        TransportException.class,
                        () -> client.animals().toFile(file).showPhoto("1")));
                caller.start();
                server.awaitRequests(1);
                if (kind == Kind.CLOSED) {
                    client.close();
                } else {
                    caller.interrupt();
                }
                caller.join();

                assertThat(thrown[0].kind()).isEqualTo(kind);
                assertNothingElseIsThere("before");
            }
        }
    }

    @Test
    void sendNothingWhenTheFileCannotBeWritten() {
        try (RawServer server = RawServer.playing(http(200, "after"));
                ZooClient client = client(server).build()) {
            Path nowhere = folder.resolve("no folder/photo.png");

            assertThatThrownBy(() -> client.animals().toFile(nowhere).showPhoto("1"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage(nowhere + " cannot be written")
                    .hasCauseInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> client.animals().toFile(folder).showPhoto("1"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(folder + " is a folder; name a file in it");
            assertThat(server.requests()).isEmpty();
        }
    }
}
