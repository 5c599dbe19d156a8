package dev.countersign.mock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.Contracts;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of some megabytes, through real sockets on both sides of the proxy. */
class LongMessagesTest {
    private static final CompiledContract CONTRACT = CompiledContract.of(Contracts.ofPaths("""
            /list:
              post:
                requestBody: &list {content: {application/json: {schema: {type: array, items: {type: object, required: [id]}}}}}
                responses: {'200': {description: '', <<: *list}}
            /file:
              post:
                requestBody: &file {content: {application/octet-stream: {schema: {type: string, format: binary}}}}
                responses: {'200': {description: '', <<: *file}}
            """));
    private static final byte[] LIST = IntStream.range(0, 200_000)
            .mapToObj(id -> "{\"id\":" + id + "}")
            .collect(Collectors.joining(",", "[", "]"))
            .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WRONG = new String(LIST, StandardCharsets.US_ASCII)
            .replace("{\"id\":199999}", "{\"it\":199999}")
            .getBytes(StandardCharsets.US_ASCII);

    private static MockResponse echo(MockRequest request) {
        Header type = new Header(
                "Content-Type", request.headers().first("Content-Type").orElse(""));
        return new MockResponse(200, List.of(type), request.body());
    }

    private static byte[] random() {
        byte[] bytes = new byte[5_000_001];
        new Random(5).nextBytes(bytes);
        return bytes;
    }

    private static HttpResponse<byte[]> post(MockServer proxy, String path, String type, BodyPublisher body)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(proxy.url() + path))
                .header("Content-Type", type)
                .timeout(Duration.ofSeconds(60))
                .POST(body)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void arriveOnTheOtherSideToTheByte(boolean announced, boolean problems) throws Exception {
        try (MockServer upstream = MockServer.start(LongMessagesTest::echo, ServerSettings.onFreePort());
                ValidatingProxy validating = new ValidatingProxy(
                        CONTRACT, ProxySettings.to(URI.create(upstream.url())).withProblems(problems));
                MockServer proxy = MockServer.startResponder(validating, ServerSettings.onFreePort())) {
            HttpResponse<byte[]> list = post(proxy, "/list", "application/json", publisher(LIST, announced));
            byte[] file = random();
            HttpResponse<byte[]> echoed = post(proxy, "/file", "application/octet-stream", publisher(file, announced));

            assertThat(list.statusCode()).isEqualTo(200);
            assertThat(list.headers().map()).doesNotContainKey("countersign-violations");
            assertThat(list.body()).isEqualTo(LIST);
            assertThat(echoed.statusCode()).isEqualTo(200);
            assertThat(echoed.body()).isEqualTo(file);
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void areRefusedBeforeAnyOfThemIsPassedOn(boolean announced) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (MockServer upstream = MockServer.start(
                        request -> {
                            asked.incrementAndGet();
                            return echo(request);
                        },
                        ServerSettings.onFreePort());
                ValidatingProxy validating = new ValidatingProxy(
                        CONTRACT, ProxySettings.to(URI.create(upstream.url())).withProblems(true));
                MockServer proxy = MockServer.startResponder(validating, ServerSettings.onFreePort())) {
            HttpResponse<byte[]> response = post(proxy, "/list", "application/json", publisher(WRONG, announced));

            assertThat(response.statusCode()).isEqualTo(422);
            assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("\"pointer\":\"/199999/id\"");
            assertThat(asked).hasValue(0);
        }
    }

    private static BodyPublisher publisher(byte[] body, boolean announced) {
        return announced
                ? BodyPublishers.ofByteArray(body)
                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }
}
