package dev.countersign.mock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.mock.exchange.MockResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of clients when a server is told to end (RFC 9112 section 9.6). */
@Timeout(60)
class GentleEndTest {
    private static final byte[] REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final MockResponse ANSWER =
            new MockResponse(200, List.of(), "answer".getBytes(StandardCharsets.US_ASCII));

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CompletableFuture<Reply> waiting = new CompletableFuture<>();
    private MockServer server;

    @BeforeEach
    void start() {
        server = MockServer.startResponder(
                (request, reply) -> {
                    reply.later();
                    waiting.complete(reply);
                    arrived.countDown();
                },
                ServerSettings.onFreePort());
    }

    private Socket asking() throws IOException, InterruptedException {
        Socket client = new Socket("127.0.0.1", server.port());
        client.setSoTimeout(20_000);
        client.getOutputStream().write(REQUEST);
        assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
        return client;
    }

    private CompletableFuture<Void> close(Duration patience) {
        return CompletableFuture.runAsync(() -> server.closeGently(patience));
    }

    private static void awaitRefusal(int port) {
        boolean refused = false;
        while (!refused) {
            try (Socket other = new Socket("127.0.0.1", port)) {
                assertThat(other.isConnected()).isTrue();
            } catch (IOException closed) {
                refused = true;
            }
        }
    }

    @Test
    void answersWhatIsUnderWayAndTakesNothingNew() throws IOException, InterruptedException {
        try (Socket client = asking()) {
            int port = server.port();
            CompletableFuture<Void> closing = close(Duration.ofSeconds(30));
            awaitRefusal(port);
            assertThat(closing).isNotDone();
            waiting.join().send(ANSWER);

            String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer)
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .contains("Connection: close")
                    .endsWith("answer");
            closing.orTimeout(20, TimeUnit.SECONDS).join();
            assertThatThrownBy(() -> new Socket("127.0.0.1", port)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void cutsOffWhatTakesTooLong() throws IOException, InterruptedException {
        try (Socket client = asking()) {
            close(Duration.ofMillis(50)).orTimeout(20, TimeUnit.SECONDS).join();

            assertThat(client.getInputStream().read()).isNegative();
        }
    }

    @Test
    void doesNotWaitForConnectionsThatAreIdle() throws IOException {
        try (Socket idle = new Socket("127.0.0.1", server.port())) {
            close(Duration.ofDays(1)).orTimeout(20, TimeUnit.SECONDS).join();

            assertThat(idle.isConnected()).isTrue();
        }
    }
}
