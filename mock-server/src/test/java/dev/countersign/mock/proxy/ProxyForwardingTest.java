package dev.countersign.mock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.Contracts;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110 sections 6.6.1, 7.6, 8.6 and 15.5.2: what a gateway does with messages that are not its own. */
class ProxyForwardingTest {
    private static final CompiledContract CONTRACT = CompiledContract.of(Contracts.parse("""
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            paths:
              /a:
                get:
                  responses:
                    '200': {description: '', content: {application/json: {schema: {type: object, required: [name]}}}}
              /secret: {get: {security: [{token: []}], responses: {'204': {description: ''}}}}
            components: {securitySchemes: {token: {type: http, scheme: bearer}}}
            """));

    private static ProxySettings to(URI upstream, Duration timeout, boolean problems) {
        return ProxySettings.to(upstream).withTimeout(timeout).withProblems(problems);
    }

    private static MockResponse exchange(ProxySettings settings, MockRequest request) {
        try (ValidatingProxy proxy = new ValidatingProxy(CONTRACT, settings)) {
            return CollectedReply.of(proxy, request);
        }
    }

    private static MockRequest get(String target, Header... headers) {
        return MockRequest.of("GET", target, List.of(headers), "");
    }

    /** Answers one request with these bytes and leaves the connection open until the test is over. */
    private static MockResponse answeredWith(byte[] answer, MockRequest request) throws IOException {
        return answeredWith(answer, request, Duration.ofSeconds(60));
    }

    private static MockResponse answeredWith(byte[] answer, MockRequest request, Duration patience) throws IOException {
        try (ServerSocket listening = new ServerSocket(0)) {
            CompletableFuture<Socket> connection = CompletableFuture.supplyAsync(() -> accept(listening, answer));
            URI upstream = URI.create("http://127.0.0.1:" + listening.getLocalPort());
            MockResponse response = exchange(to(upstream, patience, false), request);
            connection.orTimeout(30, TimeUnit.SECONDS).join().close();
            return response;
        }
    }

    /** Reads the request's head before it answers: what a server says unasked is no answer, and ends the connection. */
    private static Socket accept(ServerSocket listening, byte[] answer) {
        try {
            Socket socket = listening.accept();
            BufferedReader request =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = request.readLine();
            while (line != null && !line.isEmpty()) {
                line = request.readLine();
            }
            socket.getOutputStream().write(answer);
            return socket;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] message(String head, byte[] body) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes((head + "\r\n\r\n").replace("~", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        message.writeBytes(body);
        return message.toByteArray();
    }

    @Test
    void saysItsNameAndKeepsWhatWasMeantForItself() {
        CompletableFuture<MockRequest> received = new CompletableFuture<>();
        try (MockServer upstream = MockServer.start(
                request -> {
                    received.complete(request);
                    return new MockResponse(204, List.of(), new byte[0]);
                },
                ServerSettings.onFreePort())) {
            exchange(
                    to(URI.create(upstream.url()), Duration.ofSeconds(20), false),
                    get(
                            "/a",
                            new Header("Connection", "X-Hop, close"),
                            new Header("X-Hop", "1"),
                            new Header("X-End", "2")));
        }

        MockRequest request = received.join();
        assertThat(request.headers().first("Via")).contains("1.1 countersign");
        assertThat(request.headers().first("X-Hop")).isEmpty();
        assertThat(request.headers().first("X-End")).contains("2");
    }

    @Test
    void doesNotWaitForABodyThatTrickles() throws IOException {
        byte[] half = message("HTTP/1.1 200 OK~Content-Type: application/json~Content-Length: 20", new byte[] {'{'});

        assertThat(answeredWith(half, get("/a"), Duration.ofMillis(300)).status())
                .isEqualTo(504);
    }

    @Test
    void passesTheLengthOfHeadOn() throws IOException {
        byte[] answer = message("HTTP/1.1 200 OK~Content-Type: application/json~Content-Length: 20", new byte[0]);

        MockResponse response = answeredWith(answer, MockRequest.of("HEAD", "/a", List.of(), ""));

        assertThat(response.header("Content-Length")).contains("20");
    }

    @Test
    void looksInsideACodingThatNobodyAskedFor() throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(coded)) {
            gzip.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        byte[] answer = message(
                "HTTP/1.1 200 OK~Content-Type: application/json~Content-Encoding: gzip~Content-Length: " + coded.size(),
                coded.toByteArray());

        MockResponse response = answeredWith(answer, get("/a"));

        assertThat(response.body()).isEqualTo(coded.toByteArray());
        assertThat(response.header("Countersign-Violations").orElseThrow())
                .contains("\"pointer\":\"/name\",\"message\":\"required property \\\"name\\\" is missing\"");
    }

    /** The bodies are what the reference encoder makes of {} (RFC 7932), what is no Brotli, and no code that is known. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "br|8b00807b7d03|\"message\":\"required property \\\"name\\\" is missing\"",
                "br|7b7d|\"message\":\"is not well-formed br\"",
                "gzip|7b7d|\"message\":\"is not well-formed gzip\"",
                "zstd|7b7d|",
                "br, zstd|7b7d|",
            })
    void saysNothingOfWhatItCannotRead(String coding, String body, String violation) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(body);
        byte[] answer = message(
                "HTTP/1.1 200 OK~Content-Type: application/json~Content-Encoding: " + coding + "~Content-Length: "
                        + bytes.length,
                bytes);

        MockResponse response = answeredWith(answer, get("/a"));

        assertThat(response.body()).isEqualTo(bytes);
        if (violation == null) {
            assertThat(response.header("Countersign-Violations")).isEmpty();
        } else {
            assertThat(response.header("Countersign-Violations").orElseThrow()).contains(violation);
        }
    }

    @Test
    void saysWhichCredentialItMisses() {
        MockResponse response =
                exchange(to(URI.create("http://127.0.0.1:1"), Duration.ofSeconds(1), true), get("/secret"));

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).contains("Bearer realm=\"mock\"");
    }

    @Test
    void keepsTheDateOfTheUpstream() throws IOException {
        MockResponse dated =
                new MockResponse(204, List.of(new Header("date", "Tue, 15 Nov 1994 08:12:31 GMT")), new byte[0]);
        try (MockServer server = MockServer.start(request -> dated, ServerSettings.onFreePort());
                Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.UTF_8));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 204 No Content\r\nDate: Tue, 15 Nov 1994 08:12:31 GMT\r\n"
                            + "Connection: close\r\n\r\n");
        }
    }
}
