package dev.countersign.mock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.mock.Contracts;
import dev.countersign.mock.Mock;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What only a real socket shows: RFC 9112 (messages), RFC 9110 sections 9.3.2 and 15.5.14, Fetch section 3.2 (CORS). */
class MockServerTest {
    private static final Mock MOCK = Contracts.mockOfPaths("""
            /items/{id}:
              get:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                responses:
                  '200':
                    description: ''
                    headers: {X-Total: {schema: {type: integer}, example: 3}}
                    content: {application/json: {example: {name: one}}}
                  '304': {description: ''}
              put:
                requestBody: {required: true, content: {application/json: {schema: {type: object, required: [name]}}}}
                responses: {'204': {description: ''}}
            """);
    private static MockServer server;

    @BeforeAll
    static void start() {
        server = MockServer.start(MOCK::answer, ServerSettings.onFreePort().withBodyLimit(64));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Sends exactly these bytes and returns everything that comes back. */
    private static String exchange(String message) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(message.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("Date: [^\r]*\r\n", "")
                    .replace("\r\n", "\n");
        }
    }

    private static String request(String line, String... headers) throws IOException {
        String fields = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return exchange(line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + fields + "\r\n");
    }

    private static String put(String body, String... headers) throws IOException {
        String fields = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return exchange("PUT /items/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n" + fields + "\r\n" + body);
    }

    @Test
    void answersAGet() throws IOException {
        assertThat(request("GET /items/a%2Fb?x=1")).isEqualTo("""
                        HTTP/1.1 200 OK
                        Content-Type: application/json
                        X-Total: 3
                        Content-Length: 14
                        Connection: close

                        {"name":"one"}""");
    }

    @Test
    void answersHeadLikeGetWithoutBody() throws IOException {
        assertThat(request("HEAD /items/1")).isEqualTo("""
                        HTTP/1.1 200 OK
                        Content-Type: application/json
                        X-Total: 3
                        Content-Length: 14
                        Connection: close

                        """);
    }

    @Test
    void sendsNoBodyWithNoContent() throws IOException {
        assertThat(put("{\"name\":1}")).isEqualTo("HTTP/1.1 204 No Content\nConnection: close\n\n");
    }

    @Test
    void letsBrowsersOfAnyOriginAsk() throws IOException {
        assertThat(request(
                        "OPTIONS /items/1",
                        "Origin: http://page.test",
                        "Access-Control-Request-Method: PUT",
                        "Access-Control-Request-Headers: content-type, prefer"))
                .isEqualTo("""
                        HTTP/1.1 204 No Content
                        Access-Control-Allow-Origin: http://page.test
                        Access-Control-Allow-Credentials: true
                        Access-Control-Allow-Methods: GET, HEAD, PUT, POST, DELETE, OPTIONS, PATCH, TRACE
                        Access-Control-Allow-Headers: content-type, prefer
                        Access-Control-Max-Age: 600
                        Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers
                        Connection: close

                        """);
    }

    /** OAS 3.2 section 4.9 has any method. */
    @Test
    void letsBrowsersAskForAnyMethod() throws IOException {
        assertThat(request("OPTIONS /items/1", "Origin: http://page.test", "Access-Control-Request-Method: QUERY"))
                .contains(
                        "\nAccess-Control-Allow-Methods: GET, HEAD, PUT, POST, DELETE, OPTIONS, PATCH, TRACE, QUERY\n");
    }

    /** RFC 9110 section 9.3.7. */
    @Test
    void hasOptionsAsAWhole() throws IOException {
        assertThat(request("OPTIONS *")).isEqualTo("HTTP/1.1 204 No Content\nConnection: close\n\n");
    }

    /** RFC 9110 section 8.6: the length would be that of the answer which the client has. */
    @Test
    void saysNoLengthWhenNothingWasModified() throws IOException {
        assertThat(request("GET /items/1", "Prefer: code=304"))
                .isEqualTo("HTTP/1.1 304 Not Modified\nPreference-Applied: code=304\nConnection: close\n\n");
    }

    @Test
    void exposesItsHeadersToBrowsers() throws IOException {
        assertThat(request("GET /items/1", "Origin: http://page.test"))
                .contains("\nAccess-Control-Allow-Origin: http://page.test\n")
                .contains("\nAccess-Control-Expose-Headers: Content-Type, X-Total\n");
    }

    @Test
    void tellsTheMethodsOfAPath() throws IOException {
        assertThat(request("OPTIONS /items/1"))
                .isEqualTo("HTTP/1.1 204 No Content\nAllow: GET, HEAD, OPTIONS, PUT\nConnection: close\n\n");
    }

    @Test
    void refusesAnAnnouncedBodyBeyondTheLimit() throws IOException {
        assertThat(put("x".repeat(65))).startsWith("HTTP/1.1 413 ").contains("larger than the limit of 64 bytes");
    }

    /** RFC 9112 section 9.6: a client that is still sending sees the answer, and no reset. */
    @Test
    void readsOnBehindABodyBeyondTheLimit() throws IOException {
        assertThat(put("x".repeat(8 * 1024 * 1024))).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void refusesAStreamedBodyBeyondTheLimit() throws IOException {
        String chunk = "40\r\n" + "x".repeat(64) + "\r\n";
        assertThat(exchange(
                        "PUT /items/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n" + chunk + chunk + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void readsAStreamedBody() throws IOException {
        assertThat(exchange(
                        "PUT /items/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"nam\r\n5\r\ne\":1}\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 204 ");
    }

    @Test
    void survivesWhatIsNotHttp() throws IOException {
        assertThat(exchange("NONSENSE\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json")
                .doesNotContain("Exception", "<html");
        assertThat(request("GET /items/1")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void survivesBytesThatAreNotUtf8() throws IOException {
        assertThat(put("{\"name\":\"\u00ff\u00fe\"}"))
                .startsWith("HTTP/1.1 400 ")
                .contains("is not well-formed JSON");
        assertThat(request("GET /items/%FF%FE")).startsWith("HTTP/1.1 200 ");
        assertThat(request("GET /items/%zz")).startsWith("HTTP/1.1 ");
        assertThat(request("GET /items/1")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void saysThatAPortIsInUse() {
        ServerSettings taken = new ServerSettings("127.0.0.1", server.port(), CorsPolicy.OFF, 64);

        assertThatThrownBy(() -> MockServer.start(MOCK::answer, taken))
                .isInstanceOf(BindException.class)
                .hasMessageMatching(
                        "cannot listen on 127\\.0\\.0\\.1:" + server.port()
                                + ": the port is in use by java \\(process "
                                + ProcessHandle.current().pid()
                                + "\\)\\. Choose another with --port, for instance --port [0-9]+, or --port 0 for any free one\\.");
    }
}
