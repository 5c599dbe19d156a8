package dev.countersign.mock.callback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.server.CallbackSender;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OAS 3.1 sections 4.8.18 (callbacks) and 4.8.20.4 (runtime expressions). */
class CallbacksTest {
    private static final List<Header> JSON = List.of(new Header("Content-Type", "application/json"));

    private static Mock mock(String expression) {
        return Mock.compile(Contracts.parse("""
                        openapi: 3.1.0
                        info: {title: Callbacks, version: '1'}
                        paths:
                          /orders/{id}:
                            post:
                              parameters:
                                - {name: id, in: path, required: true, schema: {type: integer}}
                                - {name: X-Back, in: header, schema: {type: string}}
                                - {name: to, in: query, schema: {type: string}}
                              requestBody: {content: {application/json: {schema: {type: object}}}}
                              responses:
                                '202': {description: '', content: {application/json: {example: {job: 7}}}}
                                '409': {description: '', content: {application/json: {example: {}}}}
                              callbacks:
                                shipped:
                                  '%s':
                                    post:
                                      requestBody: {$ref: '#/components/requestBodies/Event'}
                                      responses: {'204': {description: ''}}
                        components:
                          requestBodies:
                            Event: {content: {application/json: {schema: {type: object, required: [ok], properties: {ok: {const: true}}}}}}
                        """.formatted(expression)), MockOptions.DEFAULTS);
    }

    private static MockRequest order(String... prefer) {
        List<Header> headers = List.of(
                new Header("Content-Type", "application/json"),
                new Header("X-Back", "http://localhost:1/header"),
                new Header("Prefer", String.join(",", prefer)));
        return MockRequest.of(
                "POST",
                "/orders/5?to=http%3A%2F%2Flocalhost%3A1%2Fquery",
                headers,
                "{\"a\":{\"url\":\"http://localhost:1/body\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{$request.body#/a/url}|http://localhost:1/body",
                "$request.body#/a/url|http://localhost:1/body",
                "{$request.header.x-back}?job={$response.body#/job}|http://localhost:1/header?job=7",
                "{$request.query.to}/{$request.path.id}|http://localhost:1/query/5",
                "http://localhost:1/{$method}/{$statusCode}|http://localhost:1/POST/202",
            })
    void takesTheAddressFromTheExchange(String expression, String url) {
        Mock mock = mock(expression);

        assertThat(mock.callbacks(mock.walk(order())))
                .containsExactly(new OutgoingCall("shipped", "POST", url, JSON, "{\"ok\":true}"));
    }

    /** An address is still one when a value in it holds a space. */
    @Test
    void encodesWhatNoAddressMayHold() {
        Mock mock = mock("http://localhost:1/?x={$request.query.to}");
        MockRequest request = MockRequest.of("POST", "/orders/5?to=a%20b%26%C3%BC", JSON, "{}");

        assertThat(mock.callbacks(mock.walk(request)))
                .extracting(OutgoingCall::url)
                .containsExactly("http://localhost:1/?x=a%20b&%C3%BC");
    }

    /** OAS 3.1 section 4.8.18: what is called is described by a path item, with parameters and a body of any media type. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|{\"a\":1,\"b\":\"x y\"}|application/json",
                "application/x-www-form-urlencoded|a=1&b=x+y|application/x-www-form-urlencoded",
                "text/csv|{\"a\":1,\"b\":\"x y\"}|text/csv;charset=utf-8",
                "application/xml|<?xml version=\"1.0\" encoding=\"UTF-8\"?><e a=\"1\"><b>x y</b></e>|application/xml",
            })
    void sendsParametersAndWritesTheMediaType(String mediaType, String body, String contentType) {
        Mock mock = Mock.compile(Contracts.parse("""
                openapi: 3.1.0
                info: {title: Webhooks, version: '1'}
                paths: {}
                webhooks:
                  changed:
                    parameters:
                      - {name: X-Sig, in: header, schema: {type: string}, example: of the path}
                      - {name: tag, in: query, schema: {type: array}, example: [a, b c]}
                    post:
                      parameters:
                        - {name: X-Sig, in: header, required: true, schema: {type: string}, example: own}
                        - {name: Host, in: header, schema: {type: string}, example: ignored}
                        - {name: n, in: query, schema: {const: 5}}
                      requestBody:
                        content:
                          %s:
                            schema: {type: object, xml: {name: e}, properties: {a: {type: integer, xml: {attribute: true}}}}
                            example: {a: 1, b: x y}
                """.formatted(mediaType)), MockOptions.DEFAULTS);

        assertThat(mock.webhook("changed", "http://localhost:1/?k=1"))
                .containsExactly(new OutgoingCall(
                        "changed",
                        "POST",
                        "http://localhost:1/?k=1&n=5&tag=a&tag=b+c",
                        List.of(new Header("Content-Type", contentType), new Header("X-Sig", "own")),
                        body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{$request.body#/missing}", "{$request.header.none}", "{$nonsense}", "{$request.body#/a"})
    void sendsNothingWithoutAnAddress(String expression) {
        Mock mock = mock(expression);

        assertThat(mock.callbacks(mock.walk(order()))).isEmpty();
    }

    @Test
    void sendsNothingAfterAnError() {
        Mock mock = mock("{$request.body#/a/url}");

        assertThat(mock.callbacks(mock.walk(order("code=409")))).isEmpty();
    }

    @Test
    void arrivesAtThisMachine() {
        List<MockRequest> received = new CopyOnWriteArrayList<>();
        try (MockServer receiver = MockServer.start(
                request -> {
                    received.add(request);
                    return new MockResponse(204, List.of(), new byte[0]);
                },
                ServerSettings.onFreePort())) {
            OutgoingCall call = new OutgoingCall("shipped", "POST", receiver.url() + "/x", JSON, "{\"ok\":true}");

            assertThat(new CallbackSender(false).send(call).join()).isEqualTo(204);
            assertThat(received).singleElement().satisfies(request -> {
                assertThat(request.toString()).isEqualTo("POST /x");
                assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo("{\"ok\":true}");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://192.0.2.1/", "http://localhost.example.test/", "file:///etc/hosts", "not an address"})
    void goesNowhereElse(String url) {
        OutgoingCall call = new OutgoingCall("shipped", "POST", url, List.of(), "");

        assertThat(new CallbackSender(false).send(call).join()).isZero();
    }
}
