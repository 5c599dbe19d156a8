package dev.countersign.client;

import static dev.countersign.client.RawServer.http;
import static dev.countersign.client.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.client.TransportException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import sample.zoo.ZooClient;
import sample.zoo.model.Login;

/** What a network can do, on real sockets. */
class FaultsTest {
    private static final String ANIMAL = "{\"id\":1,\"kind\":\"lion\",\"weight\":120.50}";
    private static final Login LOGIN = Login.builder().user("u").password("p").build();

    private static ClientBuilder<ZooClient> client(String url) {
        return ZooClient.builder().baseUrl(url).timeout(Duration.ofSeconds(20));
    }

    private static RawServer.Script bytes(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aRefusedConnectionIsSaidToBeOne() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (ZooClient client = client("http://127.0.0.1:" + port).build()) {
            TransportException thrown = catchThrowableOfType(
                    TransportException.class, () -> client.animals().getAnimal("1"));

            assertThat(thrown.kind()).isEqualTo(Kind.CONNECT);
            assertThat(thrown)
                    .hasMessage(
                            "GET /animals/{id} got no answer: no connection to 127.0.0.1:" + port + " could be made");
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNoAnswer() {
        try (RawServer server = RawServer.playing(bytes(
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"id\""));
                ZooClient client = client(server.url()).build()) {
            assertThat(catchThrowableOfType(
                                    TransportException.class,
                                    () -> client.animals().getAnimal("1"))
                            .kind())
                    .isEqualTo(Kind.BROKEN);
        }
    }

    @Test
    void aConnectionThatClosesAtOnceIsNoAnswerAndAPostIsNotSentAgain() {
        try (RawServer server = RawServer.playing(out -> {});
                ZooClient client =
                        client(server.url()).retries(RetryPolicy.upTo(3)).build()) {
            assertThat(catchThrowableOfType(
                                    TransportException.class,
                                    () -> client.keepers().login(LOGIN))
                            .kind())
                    .isEqualTo(Kind.BROKEN);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aBodyThatTricklesEndsWithTheCallsTime() {
        try (RawServer server = RawServer.playing(out -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n"
                            .getBytes(StandardCharsets.ISO_8859_1));
                    for (int i = 0; i < 1000; i++) {
                        out.write(' ');
                        out.flush();
                        Thread.sleep(50);
                    }
                });
                ZooClient client =
                        client(server.url()).timeout(Duration.ofMillis(700)).build()) {
            long start = System.nanoTime();
            TransportException thrown = catchThrowableOfType(
                    TransportException.class, () -> client.animals().getAnimal("1"));

            assertThat(thrown.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(thrown).hasMessage("GET /animals/{id} got no answer: the call took longer than its timeout");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void aServerThatNeverAnswersIsAskedOnce() {
        try (RawServer server = RawServer.playing(RawServer.silence());
                ZooClient client = client(server.url())
                        .timeout(Duration.ofMillis(500))
                        .retries(RetryPolicy.upTo(5))
                        .build()) {
            assertThat(catchThrowableOfType(
                                    TransportException.class,
                                    () -> client.keepers().login(LOGIN))
                            .kind())
                    .isEqualTo(Kind.TIMEOUT);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aBodyLongerThanAllowedIsStopped() {
        try (RawServer server = RawServer.playing(out -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 104857600\r\n\r\n"
                            .getBytes(StandardCharsets.ISO_8859_1));
                    byte[] megabyte = new byte[1024 * 1024];
                    for (int i = 0; i < 100; i++) {
                        out.write(megabyte);
                    }
                });
                ZooClient client =
                        client(server.url()).maxResponseBytes(1024 * 1024).build()) {
            TransportException thrown = catchThrowableOfType(
                    TransportException.class, () -> client.animals().getAnimal("1"));

            assertThat(thrown.kind()).isEqualTo(Kind.TOO_LARGE);
            assertThat(thrown)
                    .hasMessage("GET /animals/{id} got no answer: the body is longer than 1048576 bytes;"
                            + " see maxResponseBytes");
        }
    }

    @Test
    void aCompressedBodyIsRead() {
        try (RawServer server = RawServer.playing(gzip(ANIMAL));
                ZooClient client = client(server.url()).build()) {
            assertThat(client.animals().getAnimal("1").id()).isEqualTo(1);
        }
    }

    @Test
    void aCompressedBodyIsMeasuredByWhatItGrowsTo() {
        try (RawServer server = RawServer.playing(gzip(" ".repeat(3_000_000)));
                ZooClient client =
                        client(server.url()).maxResponseBytes(1024 * 1024).build()) {
            assertThat(catchThrowableOfType(
                                    TransportException.class,
                                    () -> client.animals().getAnimal("1"))
                            .kind())
                    .isEqualTo(Kind.TOO_LARGE);
        }
    }

    private static RawServer.Script gzip(String text) {
        return out -> {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(text.getBytes(StandardCharsets.UTF_8));
            }
            out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: "
                            + packed.size() + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(packed.toByteArray());
        };
    }

    @Test
    void aChunkedBodyIsRead() {
        try (RawServer server = RawServer.playing(
                        bytes(
                                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                        + "Transfer-Encoding: chunked\r\n\r\n10\r\n{\"id\":1,\"kind\":\"\r\n16\r\nlion\",\"weight\":120.50}\r\n0\r\n\r\n"));
                ZooClient client = client(server.url()).build()) {
            assertThat(client.animals().getAnimal("1").id()).isEqualTo(1);
        }
    }

    @Test
    void aRedirectIsNeverFollowedWithThePassword() {
        try (RawServer other = RawServer.playing(json(200, "{}"));
                RawServer server = RawServer.playing(http(307, "", "Location: " + other.url() + "/keepers/login"));
                ZooClient client = client(server.url()).build()) {
            ApiException thrown = catchThrowableOfType(
                    ApiException.class, () -> client.keepers().login(LOGIN));

            assertThat(thrown.status()).isEqualTo(307);
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void anInterruptEndsTheCallAndStaysSet() throws InterruptedException {
        try (RawServer server = RawServer.playing(RawServer.silence());
                ZooClient client = client(server.url()).build()) {
            TransportException[] thrown = new TransportException[1];
            boolean[] flag = new boolean[1];
            Thread caller = new Thread(() -> {
                thrown[0] = catchThrowableOfType(
                        TransportException.class, () -> client.animals().getAnimal("1"));
                flag[0] = Thread.currentThread().isInterrupted();
            });
            caller.start();
            caller.interrupt();
            caller.join();

            assertThat(thrown[0].kind()).isEqualTo(Kind.INTERRUPTED);
            assertThat(flag[0]).isTrue();
        }
    }
}
