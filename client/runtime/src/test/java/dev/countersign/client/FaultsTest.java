package dev.countersign.client;

import static dev.countersign.client.Failures.assertFails;
import static dev.countersign.client.Failures.broken;
import static dev.countersign.client.Failures.brokenOff;
import static dev.countersign.client.Failures.incomplete;
import static dev.countersign.client.RawServer.bytes;
import static dev.countersign.client.RawServer.http;
import static dev.countersign.client.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.client.TransportException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import sample.zoo.ZooClient;
import sample.zoo.model.Login;

/**
 * What a network and a server can do, on real sockets: refused, reset mid-body, slow body, wrong content type, redirect
 * loop, 429 with {@code Retry-After}, 503 then 200. Large, compressed and chunked bodies are in {@link BodiesTest},
 * connections that are used again in {@link KeepAliveTest}, HTTP/2 in {@link HttpVersionsTest}.
 */
class FaultsTest {
    private static final String ANIMAL = "{\"id\":1,\"kind\":\"lion\",\"weight\":120.50}";
    private static final Login LOGIN = Login.builder().user("u").password("p").build();
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static ClientBuilder<ZooClient> client(String url) {
        return ZooClient.builder().baseUrl(url).timeout(Duration.ofSeconds(20));
    }

    @Test
    void aRefusedConnectionIsSaidToBeOne() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (ZooClient client = client("http://127.0.0.1:" + port).build()) {
            assertFails(
                    () -> client.animals().getAnimal("1"),
                    Kind.CONNECT,
                    "GET /animals/{id} got no answer: no connection to 127.0.0.1:" + port
                            + " could be made: it was refused");
        }
    }

    @Test
    void anAnswerThatEndsEarlyIsNoAnswer() {
        try (RawServer server = RawServer.playing(bytes(HEAD + "Content-Length: 100\r\n\r\n{\"id\""));
                ZooClient client = client(server.url()).build()) {
            assertFails(
                    () -> client.animals().getAnimal("1"),
                    Kind.BROKEN,
                    brokenOff("GET /animals/{id}", server, "only 5 of 100 bytes of the body came"));
        }
    }

    @Test
    void aConnectionThatIsResetInTheMiddleOfABodyIsNoAnswer() {
        try (RawServer server = RawServer.playing(out -> {
                    bytes(HEAD + "Content-Length: 100\r\n\r\n{\"id\"").answer(out);
                    out.reset();
                });
                ZooClient client = client(server.url()).build()) {
            assertFails(
                    () -> client.animals().getAnimal("1"),
                    Kind.BROKEN,
                    brokenOff("GET /animals/{id}", server, "only 5 of 100 bytes of the body came"));
        }
    }

    @Test
    void aConnectionThatClosesAtOnceIsNoAnswerAndAPostIsNotSentAgain() {
        try (RawServer server = RawServer.playing(out -> {});
                ZooClient client =
                        client(server.url()).retries(RetryPolicy.upTo(3)).build()) {
            assertFails(
                    () -> client.keepers().login(LOGIN),
                    Kind.BROKEN,
                    broken("POST /keepers/login", server, "closed without an answer"));
            assertThat(server.requests()).hasSize(1);
        }
    }

    /** Something always comes, so that a timeout of single reads would never strike. */
    @Test
    void aBodyThatTricklesEndsWithTheCallsTime() {
        try (RawServer server = RawServer.playing(out -> {
                    bytes(HEAD + "Content-Length: 1000000000\r\n\r\n").answer(out);
                    while (!Thread.interrupted()) {
                        out.write(' ');
                    }
                });
                ZooClient client = client(server.url())
                        .timeout(Duration.ofMillis(500))
                        .maxResponseBytes(8 * 1024 * 1024)
                        .build()) {
            assertFails(
                    () -> client.animals().getAnimal("1"),
                    Kind.TIMEOUT,
                    incomplete("GET /animals/{id}", "the call took longer than its timeout"));
        }
    }

    @Test
    void aServerThatNeverAnswersIsAskedOnce() {
        try (RawServer server = RawServer.playing(RawServer.silence());
                ZooClient client = client(server.url())
                        .timeout(Duration.ofMillis(500))
                        .retries(RetryPolicy.upTo(5))
                        .build()) {
            assertFails(
                    () -> client.keepers().login(LOGIN),
                    Kind.TIMEOUT,
                    "POST /keepers/login got no answer: the call took longer than its timeout");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void anotherContentTypeThanThePromisedOneIsRefusedAndTheStatusKept() {
        try (RawServer server = RawServer.playing(
                        http(200, "<html/>", "Content-Type: text/html"),
                        http(502, "<html>Bad gateway</html>", "Content-Type: text/html"));
                ZooClient client = client(server.url()).build()) {
            assertThatThrownBy(() -> client.animals().getAnimal("1"))
                    .isInstanceOf(DecodingException.class)
                    .hasMessage("GET /animals/{id} was answered with status 200,"
                            + " but its body does not fit the contract: expected JSON, got text/html");
            assertThatThrownBy(() -> client.animals().getAnimal("1"))
                    .isExactlyInstanceOf(ApiException.class)
                    .hasMessage("GET /animals/{id} was answered with status 502");
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
    void aRedirectLoopIsOneAnswer() {
        try (RawServer server = RawServer.playing(http(302, "", "Location: /animals/1"));
                ZooClient client =
                        client(server.url()).retries(RetryPolicy.upTo(3)).build()) {
            ApiException thrown = catchThrowableOfType(
                    ApiException.class, () -> client.animals().getAnimal("1"));

            assertThat(thrown.status()).isEqualTo(302);
            assertThat(thrown.headers().first("Location")).contains("/animals/1");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void tooManyRequestsWithRetryAfterAndAnUnavailableServerPass() {
        List<Duration> pauses = new CopyOnWriteArrayList<>();
        try (RawServer server = RawServer.playing(http(429, "", "Retry-After: 7"), http(503, ""), json(200, ANIMAL));
                ZooClient client = client(server.url())
                        .retries(RetryPolicy.upTo(2).withJitter(0))
                        .pause(pauses::add)
                        .build()) {
            assertThat(client.animals().getAnimal("1").id()).isEqualTo(1);
            assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(1));
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
