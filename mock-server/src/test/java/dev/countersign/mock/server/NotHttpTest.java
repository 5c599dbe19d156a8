package dev.countersign.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that speak no HTTP, beside clients that do. */
@Timeout(120)
class NotHttpTest {
    private static final int STRANGERS = 6;
    private static final int MESSAGES = 1_500;
    private static final int BATCH = 12;
    private static final List<String> STRANGE = List.of(
            "EHLO mail\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2, 40\r\n\r\n{}GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(90_000) + "\r\nContent-Length: 2\r\n\r\n{}");

    private final MockServer server = MockServer.start(
            request -> new MockResponse(
                    200, List.of(new Header("Asked-For", request.path())), "{}".getBytes(StandardCharsets.US_ASCII)),
            ServerSettings.onFreePort());
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
        server.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return socket;
    }

    /** Sends one message after the other that cannot be read, each over a connection of its own. */
    private int disturb() throws IOException {
        for (int i = 0; i < MESSAGES; i++) {
            try (Socket socket = connect()) {
                socket.getOutputStream().write(STRANGE.get(i % STRANGE.size()).getBytes(StandardCharsets.US_ASCII));
                // Every other one does not wait for what it is told.
                while (i % 2 == 0 && socket.getInputStream().read() >= 0) {
                    // Until the server has ended the connection.
                }
            } catch (IOException ended) {
                // By a reset: what was sent last need not have been read.
            }
        }
        return MESSAGES;
    }

    /** Asks for one thing after the other until all strangers are gone; how often. */
    private int askOn(String client, List<Future<Integer>> strangers) throws IOException {
        int asked = 0;
        while (strangers.stream().anyMatch(stranger -> !stranger.isDone())) {
            String name = client + asked++;
            assertThat(ask(name))
                    .isEqualTo(IntStream.range(0, BATCH)
                            .mapToObj(i -> "/" + name + "/" + i)
                            .toList());
        }
        return asked;
    }

    /** Asks many things at a time over one connection; what was answered to each. */
    private List<String> ask(String name) throws IOException {
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < BATCH; i++) {
            requests.append("GET /").append(name).append('/').append(i).append(" HTTP/1.1\r\nHost: a\r\n\r\n");
        }
        List<String> answers = new ArrayList<>();
        try (Socket socket = connect()) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
            while (answers.size() < BATCH) {
                String line = in.readLine();
                if (line == null) {
                    return answers;
                }
                if (line.startsWith("Asked-For: ")) {
                    answers.add(line.substring("Asked-For: ".length()));
                }
            }
        }
        return answers;
    }

    @Test
    void doNotReachEachOther() throws Exception {
        List<Future<Integer>> strangers = IntStream.range(0, STRANGERS)
                .mapToObj(i -> threads.submit(this::disturb))
                .toList();

        List<Future<Integer>> clients = Stream.of("one", "two", "three")
                .map(name -> threads.submit(() -> askOn(name, strangers)))
                .toList();

        for (Future<Integer> client : clients) {
            assertThat(client.get()).isPositive();
        }
        for (Future<Integer> stranger : strangers) {
            assertThat(stranger.get()).isEqualTo(MESSAGES);
        }
    }
}
