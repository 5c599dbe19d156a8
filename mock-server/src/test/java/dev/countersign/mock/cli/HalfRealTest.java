package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.cli.command.ExitCode;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.proxy.StandIn;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real server that has some of the operations, and the mock that has the rest. */
class HalfRealTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private Path document;
    private MockServer real;

    @BeforeEach
    void start() throws IOException {
        document = Files.writeString(folder.resolve("things.yaml"), """
                openapi: 3.1.0
                info: {title: Things, version: '1'}
                paths:
                  /things/{id}:
                    get:
                      operationId: getThing
                      responses:
                        '200': {description: '', content: {application/json: {example: {from: mock}}}}
                        '404':
                          description: ''
                          content: {application/json: {schema: {type: object, required: [reason]}, example: {reason: none}}}
                  /carts:
                    get:
                      operationId: listCarts
                      responses: {'200': {description: '', content: {application/json: {example: [mock]}}}}
                """);
        real = MockServer.start(this::answer, ServerSettings.onFreePort());
    }

    @AfterEach
    void stop() {
        real.close();
    }

    /** The thing's id says how the real server answers. */
    private MockResponse answer(MockRequest request) {
        asked.add(request.method() + " " + request.path());
        return switch (request.path()) {
            case "/things/real" -> json(200, "{\"from\":\"real\"}");
            case "/things/nowhere" -> json(404, "{\"reason\":\"no such thing\"}");
            case "/things/otherwise" -> json(404, "{\"error\":\"no handler\"}");
            case "/things/page" ->
                new MockResponse(
                        404,
                        List.of(new Header("Content-Type", "text/html")),
                        "<h1>Not Found</h1>".getBytes(StandardCharsets.UTF_8));
            case "/things/empty" -> new MockResponse(404, List.of(), new byte[0]);
            case "/things/method" -> json(405, "{}");
            case "/things/later" -> json(501, "{}");
            case "/things/broken" -> json(500, "{}");
            default -> json(200, "[\"real\"]");
        };
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse(
                status, List.of(new Header("Content-Type", "application/json")), body.getBytes(StandardCharsets.UTF_8));
    }

    private StartedCommand proxy(String... flags) {
        return start(List.of("proxy", "--port", "0"), List.of(flags));
    }

    private StartedCommand start(List<String> command, List<String> flags) {
        List<String> all = new ArrayList<>(command);
        all.addAll(flags);
        return new StartedCommand(all.toArray(String[]::new));
    }

    /** What is missing is also what the contract has no such answer for; one that it describes speaks of the thing. */
    @ParameterizedTest
    @CsvSource({
        "real, 200, real, ''",
        "nowhere, 404, no such thing, ''",
        "otherwise, 200, mock, 404",
        "page, 200, mock, 404",
        "empty, 200, mock, 404",
        "method, 200, mock, 405",
        "later, 200, mock, 501",
        "broken, 500, {}, ''",
    })
    void mocksWhatIsMissing(String id, int status, String body, String upstream) {
        try (StartedCommand proxy = proxy("--mock-missing", document.toString(), real.url())) {
            HttpResponse<String> answer = proxy.get("/things/" + id);

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).contains(body);
            if (upstream.isEmpty()) {
                assertThat(answer.headers().firstValue(StandIn.HEADER)).isEmpty();
            } else {
                assertThat(answer.headers().firstValue(StandIn.HEADER)).contains("the upstream answered " + upstream);
                assertThat(answer.headers().firstValue("Proxy-Status"))
                        .contains("countersign; received-status=" + upstream);
            }
            assertThat(asked).containsExactly("GET /things/" + id);
        }
    }

    @Test
    void showsWhatPassesAProxyAndSwitchesIt() {
        try (StartedCommand proxy = proxy("--mock-missing", document.toString(), real.url())) {
            proxy.get("/__mock/api/requests");
            proxy.get("/things/otherwise");
            JsonNode shown = JsonMapper.shared()
                    .readTree(proxy.get("/__mock/api/requests?atLeast=1&within=60000")
                            .body())
                    .at("/requests/0");
            assertThat(shown.path("forwardedTo").stringValue()).isEqualTo(real.url());
            assertThat(shown.path("status").intValue()).isEqualTo(200);
            assertThat(shown.path("outcome").stringValue())
                    .isEqualTo("the request fits the contract; answered by the mock, the upstream answered 404");

            HttpRequest.Builder change = HttpRequest.newBuilder(
                            URI.create(proxy.url() + "/__mock/api/operations/getThing/answer"))
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"status\": \"404\"}"));
            assertThat(proxy.send(change).statusCode()).isEqualTo(200);
            assertThat(proxy.get("/things/real").body()).contains("none");
            assertThat(asked).containsExactly("GET /things/otherwise");
        }
    }

    @Test
    void mocksNothingUnlessToldTo() {
        try (StartedCommand proxy = proxy(document.toString(), real.url())) {
            assertThat(proxy.get("/things/later").statusCode()).isEqualTo(501);
        }
    }

    @Test
    void mocksWhatIsNamedWithoutAsking() {
        try (StartedCommand proxy = proxy(document.toString(), real.url(), "--mock-missing=getThing")) {
            assertThat(proxy.get("/things/real").body()).contains("mock");
            assertThat(asked).isEmpty();
            assertThat(proxy.get("/carts").body()).contains("real");
            assertThat(proxy.get("/carts").headers().firstValue(StandIn.HEADER)).isEmpty();
        }
    }

    @Test
    void mocksAgainstTheDocumentAsItIsNow() throws IOException {
        try (StartedCommand proxy = proxy(document.toString(), real.url(), "--mock-missing=listCarts,getThing")) {
            assertThat(proxy.get("/carts").body()).isEqualTo("[\"mock\"]");
        }
    }

    @Test
    void knowsTheOperationsThatAreNamed() {
        try (StartedCommand proxy = proxy(document.toString(), real.url(), "--mock-missing=getThings")) {
            assertThat(proxy.code()).isEqualTo(ExitCode.USAGE);
            assertThat(proxy.err())
                    .contains("--mock-missing: the document has no operation 'getThings'. Did you mean getThing?");
        }
    }

    private StartedCommand serve(String... flags) {
        List<String> all = new ArrayList<>();
        Collections.addAll(all, flags);
        return start(List.of("serve", document.toString(), "--port", "0"), all);
    }

    @Test
    void forwardsWhatARuleIsAbout() {
        try (StartedCommand server = serve("--forward", "GET /things/*=" + real.url())) {
            assertThat(server.get("/things/real").body()).contains("real");
            assertThat(server.get("/carts").body()).contains("mock");
            assertThat(asked).containsExactly("GET /things/real");
            assertThat(server.get("/things/broken").headers().firstValue("Countersign-Violations"))
                    .isPresent();
        }
    }

    /** The list has it a moment after the client has its answer. */
    @Test
    void showsWhatWasForwardedBesideWhatWasMocked() {
        try (StartedCommand server = serve("--journal", "--forward", "GET /things/*=" + real.url())) {
            server.get("/__mock/api/requests");
            server.get("/things/broken?token=planted", "Authorization", "Bearer planted");
            server.get("/carts");
            JsonNode both = JsonMapper.shared()
                    .readTree(server.get("/__mock/api/requests?atLeast=2&within=60000")
                            .body());
            JsonNode forwarded = both.path("requests")
                    .valueStream()
                    .filter(each -> each.has("forwardedTo"))
                    .findFirst()
                    .orElseThrow();
            assertThat(forwarded.path("forwardedTo").stringValue()).isEqualTo(real.url());
            assertThat(forwarded.path("path").stringValue()).isEqualTo("/things/broken");
            assertThat(forwarded.path("operation").stringValue()).isEqualTo("getThing");
            assertThat(forwarded.path("status").intValue()).isEqualTo(500);
            assertThat(forwarded.path("milliseconds").doubleValue()).isPositive();
            assertThat(both.path("requests")).hasSize(2);

            String detail = server.get("/__mock/api/requests/" + forwarded.path("number"))
                    .body();
            assertThat(detail).contains("passed on to " + real.url(), "500").doesNotContain("planted");
            assertThat(server.get("/__journal").body())
                    .contains("passed on to " + real.url())
                    .doesNotContain("planted");
        }
    }

    @Test
    void switchesAlsoWhatIsForwarded() {
        try (StartedCommand server = serve("--forward", "GET /things/*=" + real.url())) {
            HttpRequest.Builder once = HttpRequest.newBuilder(
                            URI.create(server.url() + "/__mock/api/operations/getThing/answer"))
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"status\": \"404\", \"times\": 1}"));
            assertThat(server.send(once).statusCode()).isEqualTo(200);

            assertThat(server.get("/things/real").statusCode()).isEqualTo(404);
            assertThat(asked).isEmpty();
            assertThat(server.get("/things/real").body()).contains("real");
            assertThat(asked).containsExactly("GET /things/real");
        }
    }

    @Test
    void forwardsForOneOfSeveralDocuments() throws IOException {
        Path other = Files.writeString(
                folder.resolve("other.yaml"), Files.readString(document).replace("mock", "other"));
        String[] prefixes = {"--prefix", "things=/t,other=/o", "--forward", "/o/things/*=" + real.url()};
        try (StartedCommand server =
                start(List.of("serve", document.toString(), other.toString(), "--port", "0"), List.of(prefixes))) {
            assertThat(server.get("/o/things/real").body()).contains("real");
            assertThat(server.get("/t/things/real").body()).contains("mock");
            assertThat(server.get("/o/carts").body()).contains("other");
            assertThat(asked).containsExactly("GET /things/real");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /things/*", "/things=ftp://x", "things=http://x", "GET /a b=http://x", "/a=http://"})
    void needsRulesThatAreSome(String rule) {
        try (StartedCommand server = serve("--forward", rule)) {
            assertThat(server.code()).isEqualTo(ExitCode.USAGE);
            assertThat(server.err())
                    .contains("--forward: '" + rule + "' is not like 'GET /things/*=http://localhost:8080'");
        }
    }
}
