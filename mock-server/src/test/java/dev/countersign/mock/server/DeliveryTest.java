package dev.countersign.mock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.mock.exchange.Delay;
import dev.countersign.mock.exchange.Delivery;
import dev.countersign.mock.exchange.Fault;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client sees of each way of delivering an answer, on its socket. */
@Timeout(60)
class DeliveryTest {
    private static final MockResponse ANSWER = new MockResponse(
            200,
            List.of(new Header("Content-Type", "application/json")),
            "{\"name\":\"value\"}".getBytes(StandardCharsets.US_ASCII));

    private static Delivery faulty(Fault fault) {
        return new Delivery(Optional.empty(), Duration.ZERO, Optional.of(fault));
    }

    private static MockServer delivering(Delivery delivery) {
        return MockServer.startResponder((request, reply) -> reply.send(ANSWER, delivery), ServerSettings.onFreePort());
    }

    private static Socket ask(MockServer server, String method) throws IOException {
        Socket client = new Socket("127.0.0.1", server.port());
        client.setSoTimeout(20_000);
        client.getOutputStream()
                .write((method + " / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private static String answer(Delivery delivery, String method) throws IOException {
        try (MockServer server = delivering(delivery);
                Socket client = ask(server, method)) {
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMPTY|Content-Type: application/json|Content-Length: 0|~~",
                "MALFORMED|Content-Type: application/json|Content-Length: 20|{\"name\":{\"<malformed",
                "WRONG_TYPE|Content-Type: text/html|Content-Length: 16|{\"name\":\"value\"}",
                "TRUNCATED|Content-Type: application/json|Content-Length: 16|~~{\"name\":",
            })
    void mayBeSpoilt(Fault fault, String type, String length, String end) throws IOException {
        assertThat(answer(faulty(fault), "GET"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains(type, length)
                .endsWith(end.replace("~", "\r\n"));
    }

    @Test
    void mayBeAReset() throws IOException {
        try (MockServer server = delivering(faulty(Fault.RESET));
                Socket client = ask(server, "GET")) {
            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void mayBeNothing() throws IOException {
        assertThat(answer(faulty(Fault.CLOSE), "GET")).isEmpty();
    }

    @Test
    void mayBeWaitedForInVain() throws IOException {
        try (MockServer server = delivering(faulty(Fault.HANG));
                Socket client = ask(server, "GET")) {
            client.setSoTimeout(500);

            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    /** A hundred at a time, of a server with fewer threads than that. */
    @Test
    void mayBeLateWithoutKeepingAThread() throws IOException {
        Delivery late = new Delivery(Delay.parse("400ms..500ms"), Duration.ZERO, Optional.empty());
        List<Socket> clients = new ArrayList<>();
        try (MockServer server = delivering(late)) {
            long begun = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                clients.add(ask(server, "GET"));
            }
            for (Socket client : clients) {
                assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                        .endsWith("{\"name\":\"value\"}");
                client.close();
            }

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(400));
        }
    }

    @Test
    void mayComeInPieces() throws IOException {
        Delivery dripping = new Delivery(Optional.empty(), Duration.ofMillis(400), Optional.empty());
        long begun = System.nanoTime();

        assertThat(answer(dripping, "GET")).contains("Content-Length: 16").endsWith("{\"name\":\"value\"}");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(300));
        assertThat(answer(dripping, "HEAD")).endsWith("\r\n\r\n");
    }
}
