package dev.countersign.mock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.Contracts;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The proxy between a client and an upstream whose answers the test decides: RFC 9110 sections 7.6 (forwarding) and 15.6
 * (502, 504); OAS 3.1 sections 4.8.17 (responses) and 4.8.21 (headers); RFC 9457 (problems).
 */
class ValidatingProxyTest {
    private static final CompiledContract CONTRACT = CompiledContract.of(Contracts.ofPaths("""
            /items/{id}:
              get:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: integer}}
                  - {name: q, in: query, schema: {type: string}}
                responses:
                  '200':
                    description: ''
                    headers: {X-Total: {required: true, schema: {type: integer}}}
                    content: {application/json: {schema: {type: object, required: [name]}}}
            """));
    private static final List<MockRequest> RECEIVED = new CopyOnWriteArrayList<>();
    private static MockServer upstream;

    @BeforeAll
    static void start() {
        upstream = MockServer.start(ValidatingProxyTest::answer, ServerSettings.onFreePort());
    }

    @AfterAll
    static void stop() {
        upstream.close();
    }

    private static MockResponse answer(MockRequest request) {
        RECEIVED.add(request);
        return switch (request.path()) {
            case "/base/items/1" -> response(200, "application/json", "{\"name\":1}", new Header("X-Total", "1"));
            case "/base/items/2" -> response(200, "application/json", "{}", new Header("X-Total", "one"));
            case "/base/items/3" -> response(200, "text/plain", "text", new Header("X-Total", "1"));
            case "/base/items/4" -> response(418, "text/plain", "tea");
            default -> response(200, "application/json", "{\"name\":1}");
        };
    }

    private static MockResponse response(int status, String type, String body, Header... headers) {
        List<Header> all = new ArrayList<>(List.of(new Header("Content-Type", type)));
        all.addAll(List.of(headers));
        return new MockResponse(status, all, body.getBytes(StandardCharsets.UTF_8));
    }

    private static MockResponse get(String target, boolean problems, URI address) {
        MockRequest request = MockRequest.of("GET", target, List.of(new Header("X-Own", "kept")), "");
        try (ValidatingProxy proxy =
                new ValidatingProxy(CONTRACT, ProxySettings.to(address).withProblems(problems))) {
            return CollectedReply.of(proxy, request);
        }
    }

    private static MockResponse get(String target, boolean problems) {
        return get(target, problems, URI.create(upstream.url() + "/base/"));
    }

    @Test
    void passesBothDirectionsOnUnchanged() {
        MockResponse response = get("/items/1?q=a%20b", true);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo("{\"name\":1}");
        assertThat(response.header("Countersign-Violations")).isEmpty();
        MockRequest received = RECEIVED.get(RECEIVED.size() - 1);
        assertThat(received.query()).isEqualTo("q=a%20b");
    }

    @Test
    void tellsWhatBreaksTheContractInAHeader() {
        MockResponse response = get("/items/2", false);

        assertThat(response.text()).isEqualTo("{}");
        assertThat(response.header("Countersign-Violations").orElseThrow())
                .startsWith("[{\"in\":\"response-header\",\"name\":\"X-Total\",\"pointer\":\"\","
                        + "\"message\":\"must be an integer, was a string\"")
                .contains("{\"in\":\"response-body\",\"pointer\":\"/name\","
                        + "\"message\":\"required property \\\"name\\\" is missing\"");
    }

    @Test
    void tellsUndocumentedMediaTypesAndStatuses() {
        assertThat(get("/items/3", false).header("Countersign-Violations").orElseThrow())
                .contains("the body's media type is not documented");
        assertThat(get("/items/4", false).header("Countersign-Violations").orElseThrow())
                .contains("the status 418 is not documented");
    }

    @Test
    void answersWithAProblemWhenToldSo() {
        MockResponse response = get("/items/2", true);

        assertThat(response.status()).isEqualTo(502);
        assertThat(response.text()).contains("The upstream's answer breaks the contract.", "\"response-body\"");
    }

    @Test
    void doesNotPassOnWhatIsInvalidWhenToldSo() {
        int before = RECEIVED.size();

        MockResponse response = get("/items/x", true);

        assertThat(response.status()).isEqualTo(422);
        assertThat(RECEIVED).hasSize(before);
    }

    @Test
    void passesOnWhatIsInvalidOtherwise() {
        assertThat(get("/items/x", false).header("Countersign-Violations").orElseThrow())
                .contains(
                        "{\"in\":\"path\",\"name\":\"id\",\"pointer\":\"\",\"message\":\"must be an integer, was a string\"");
        assertThat(get("/unknown", false).header("Countersign-Violations").orElseThrow())
                .contains("the contract has no operation that fits this request");
        assertThat(get("/unknown", true).status()).isEqualTo(404);
    }

    @Test
    void saysThatTheUpstreamCannotBeReached() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        MockResponse response = get("/items/1", false, URI.create("http://127.0.0.1:" + free));

        assertThat(response.status()).isEqualTo(502);
        assertThat(response.text())
                .contains("The upstream cannot be reached: nothing listens at its address. Is it running, and is its");
        assertThat(response.header("Proxy-Status")).contains("countersign; error=connection_refused");
    }
}
