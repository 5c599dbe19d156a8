package dev.countersign.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes that are no message of RFC 9112, or an unwelcome one: each is answered or its connection ended, at once;
 * the server goes on, and no thread stays behind. The seed is fixed.
 */
@Timeout(120)
class OddMessagesTest {
    private static final long SEED = 20261125;
    private static final int ROUNDS = 300;
    private static final int LONGEST_WAIT_MILLIS = 20_000;
    private static final String VALID = "POST /things?n=1 HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + "Content-Length: 9\r\nX-Note: b\r\n\r\n{\"a\": 12}";

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3}) ");

    private static MockServer server;

    @BeforeAll
    static void start() {
        server = MockServer.start(Contracts.mockOfPaths("""
                        /things:
                          post:
                            parameters: [{name: n, in: query, schema: {type: integer}}]
                            requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: integer}}}}}}
                            responses: {'204': {description: ''}}
                        """)::answer, ServerSettings.onFreePort());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Named<byte[]>> messages() throws IOException {
        return Stream.of(
                odd("nothing", ""),
                odd("an empty line", "\r\n\r\n"),
                odd("a method alone", "GET\r\n\r\n"),
                odd("no version", "GET /\r\n\r\n"),
                odd("a version to come", "GET / HTTP/9.9\r\nHost: a\r\n\r\n"),
                odd("HTTP/2 by prior knowledge", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                odd("TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003"),
                odd("zeros", "\u0000".repeat(2000)),
                odd("a target that is none", "GET things HTTP/1.1\r\nHost: a\r\n\r\n"),
                odd("a broken escape", "GET /%zz%f HTTP/1.1\r\nHost: a\r\n\r\n"),
                odd("a long target", "GET /" + "a".repeat(200_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"),
                odd("a long method", "A".repeat(200_000) + " / HTTP/1.1\r\nHost: a\r\n\r\n"),
                odd("no host", "GET /things HTTP/1.1\r\n\r\n"),
                odd("two hosts", "GET /things HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
                odd("a flood of fields", "GET / HTTP/1.1\r\nHost: a\r\n" + "X: y\r\n".repeat(20_000) + "\r\n"),
                odd("a long field", "GET / HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(200_000) + "\r\n\r\n"),
                odd("a field without a name", "GET / HTTP/1.1\r\nHost: a\r\n: y\r\n\r\n"),
                odd(
                        "octets beyond ASCII",
                        "GET /\u00ff\u00fe?\u00ff HTTP/1.1\r\nHost: \u00ff\r\nX\u00ff: \u00ff\r\n\r\n"),
                odd("a negative length", post("Content-Length: -1", "{}")),
                odd("a length beyond numbers", post("Content-Length: 99999999999999999999", "{}")),
                odd("the largest length", post("Content-Length: 9223372036854775807", "{}")),
                odd("a length that is none", post("Content-Length: two", "{}")),
                odd("two lengths", post("Content-Length: 2\r\nContent-Length: 3", "{}")),
                odd("a length and chunks", post("Content-Length: 2\r\nTransfer-Encoding: chunked", "0\r\n\r\n")),
                odd("less than announced", post("Content-Length: 1000", "{}")),
                odd("chunks that are none", post("Transfer-Encoding: chunked", "zz\r\n{}\r\n0\r\n\r\n")),
                odd("a chunk beyond numbers", post("Transfer-Encoding: chunked", "fffffffffffffffff\r\n{}\r\n")),
                odd("a chunk that ends early", post("Transfer-Encoding: chunked", "ff\r\n{}")),
                odd("an unknown transfer coding", post("Transfer-Encoding: gzip", "{}")),
                odd(
                        "a body beyond the limit",
                        post("Transfer-Encoding: chunked", ("8000\r\n" + "[".repeat(0x8000) + "\r\n").repeat(200))),
                odd(
                        "an upgrade",
                        "GET /things HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"),
                odd("an expectation", post("Expect: 200-ok\r\nContent-Length: 2", "{}")),
                body("deep JSON", "[".repeat(1_000_000)),
                body("a huge number", "{\"a\": " + "9".repeat(1_000_000) + "}"),
                body("a huge exponent", "{\"a\": 1e999999999}"),
                body("octets that are no UTF-8", "{\"a\": \"\u00ff\u00c0\u0080\"}"),
                body("a surrogate alone", "{\"a\": \"\\ud800\"}"),
                Named.of("a bomb", bomb()));
    }

    private static Named<byte[]> odd(String name, String message) {
        return Named.of(name, message.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Named<byte[]> body(String name, String body) {
        return odd(name, post("Content-Length: " + body.length(), body));
    }

    private static String post(String fields, String body) {
        return "POST /things HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + fields + "\r\n\r\n" + body;
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(folded)) {
            out.write(new byte[30_000_000]);
        }
        String head = post("Content-Encoding: gzip\r\nContent-Length: " + folded.size(), "");
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        message.writeBytes(folded.toByteArray());
        return message.toByteArray();
    }

    /** Everything that the server answers until it ends the connection, which it must do as the client does. */
    private static String exchange(byte[] message) throws IOException {
        try (Socket socket = connect()) {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(message);
                socket.getOutputStream().flush();
                socket.shutdownOutput();
                InputStream in = socket.getInputStream();
                in.transferTo(answer);
            } catch (SocketException reset) {
                // The server need not read to the end what it has refused already.
            }
            return answer.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        return socket;
    }

    private static void assertThatTheServerIsWell() throws IOException {
        assertThat(exchange(VALID.getBytes(StandardCharsets.ISO_8859_1))).startsWith("HTTP/1.1 204 ");
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
        List<String> busy = busy();
        while (!busy.isEmpty() && System.nanoTime() < deadline) {
            Thread.yield();
            busy = busy();
        }
        assertThat(busy).isEmpty();
    }

    /** The frames of our own code that some thread of the server is in. */
    private static List<String> busy() {
        List<Map.Entry<Thread, StackTraceElement[]>> pool = Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey().getName().startsWith("mock-server-"))
                .toList();
        assertThat(pool).isNotEmpty();
        return pool.stream()
                .flatMap(entry -> Arrays.stream(entry.getValue()))
                .map(StackTraceElement::toString)
                .filter(frame -> frame.contains("dev.countersign"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isAnsweredOrEnded(byte[] message) throws IOException {
        String answer = exchange(message);

        assertThat(answer.lines().findFirst().orElse("ended")).matches("ended|HTTP/1\\.[01] [2345][0-9][0-9] .*");
        assertThat(answer).doesNotContain("Exception", "\tat ");
        assertThatTheServerIsWell();
    }

    @Test
    void survivesMessagesThatAreSpoiltAtRandom() throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] message = VALID.getBytes(StandardCharsets.ISO_8859_1);
            for (int i = random.nextInt(8); i >= 0; i--) {
                message[random.nextInt(message.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(4) == 0 ? random.nextInt(message.length) : message.length;

            String answer = exchange(Arrays.copyOf(message, length));

            assertThat(answer.lines().findFirst().orElse("ended"))
                    .as("round %d", round)
                    .matches("ended|HTTP/1\\.[01] [1245][0-9][0-9] .*");
        }
        assertThatTheServerIsWell();
    }

    @Test
    void answersEveryPipelinedRequestInItsOrder() throws IOException {
        String request = "GET /things HTTP/1.1\r\nHost: a\r\n\r\n";

        String answer = exchange((VALID + request).repeat(50).getBytes(StandardCharsets.ISO_8859_1));

        List<String> statuses =
                STATUS.matcher(answer).results().map(found -> found.group(1)).toList();
        assertThat(statuses)
                .isEqualTo(Collections.nCopies(50, List.of("204", "405")).stream()
                        .flatMap(List::stream)
                        .toList());
    }

    /** Who writes a letter now and then holds a connection, and no thread: others are answered meanwhile. */
    @Test
    void slowClientsHoldNoThread() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            int before = Thread.activeCount();
            for (int i = 0; i < 200; i++) {
                Socket socket = connect();
                slow.add(socket);
                String begun = i % 2 == 0 ? "GET /thi" : post("Content-Length: 100", "{");
                socket.getOutputStream().write(begun.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            }
            assertThatTheServerIsWell();
            assertThat(Thread.activeCount() - before).isLessThan(70);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        assertThatTheServerIsWell();
    }
}
