package dev.countersign.mock.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.control.Control;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.explain.Step;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadOptions;
import dev.countersign.openapi.LoadedContract;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Errors that come in place of answers: by chance, and to clients that ask too much. */
class InjectedErrorTest {
    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: A, version: '1'}
            x-mock: {limit: 3/10s}
            paths:
              /a: {get: {responses: {'204': {description: ''}}}}
              /b:
                get:
                  responses:
                    '204': {description: ''}
                    '429':
                      description: ''
                      headers: {Retry-After: {schema: {type: integer}, example: 99}}
                      content: {application/json: {example: {slow: down}}}
              /flaky:
                get:
                  x-mock: {status: 503, rate: 0.25}
                  responses: {'204': {description: ''}}
              /down:
                get:
                  x-mock: {status: 503}
                  responses:
                    '204': {description: ''}
                    '5XX': {description: '', content: {text/plain: {example: gone fishing}}}
            """;

    private final LoadedContract document = ContractLoader.load(DOCUMENT, "a.yaml", Path.of(""), LoadOptions.DEFAULT);
    private final Mock mock = Mock.compile(document.contract(), MockOptions.DEFAULTS);
    private final RandomGenerator random = new Random(7);
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Deliveries deliveries = Deliveries.of(document, DeliveryRule.PLAIN, () -> random, () -> now);
    private final Control control = new Control(() -> now, () -> 0L);

    private MockResponse get(String target, Header... headers) {
        MockRequest request = MockRequest.of("GET", target, List.of(headers), "");
        return control.walk(mock, request, deliveries.injectedInto(request)).response();
    }

    private static String header(MockResponse answer, String name) {
        return answer.header(name).orElse("");
    }

    @Test
    void comesWhenAClientAsksTooMuch() {
        assertThat(header(get("/a"), "RateLimit")).isEqualTo("\"mock\";r=2;t=10");
        now = now.plus(Duration.ofMillis(3_500));
        MockResponse second = get("/a");
        assertThat(second.status()).isEqualTo(204);
        assertThat(header(second, "RateLimit-Policy")).isEqualTo("\"mock\";q=3;w=10");
        assertThat(header(second, "RateLimit")).isEqualTo("\"mock\";r=1;t=7");
        assertThat(second.header("Retry-After")).isEmpty();
        get("/a");

        MockResponse refused = get("/a");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(header(refused, "RateLimit")).isEqualTo("\"mock\";r=0;t=7");
        assertThat(header(refused, "Retry-After")).isEqualTo("7");
        assertThat(refused.text()).contains("\"title\":\"Too Many Requests\"", "Retry-After");
        assertThat(header(refused, "Countersign-Injected")).isEqualTo("limit");

        now = now.plus(Duration.ofMillis(6_500));
        assertThat(get("/a").status()).isEqualTo(204);
    }

    @Test
    void isTheDocumentsOwnWhereItHasOne() {
        IntStream.range(0, 3).forEach(each -> get("/a"));
        MockResponse refused = get("/b");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).isEqualTo("{\"slow\":\"down\"}");
        assertThat(refused.headers().stream().filter(field -> field.name().equals("Retry-After")))
                .containsExactly(new Header("Retry-After", "10"));
        assertThat(get("/down").text()).isEqualTo("gone fishing");
        assertThat(header(get("/down"), "Countersign-Injected")).isEqualTo("status");
    }

    @Test
    void countsEachClientByItself() {
        Header first = new Header("Mock-Session", "first");
        IntStream.range(0, 4).forEach(each -> get("/a", first));

        assertThat(get("/a", first).status()).isEqualTo(429);
        assertThat(get("/a", new Header("Mock-Session", "second")).status()).isEqualTo(204);
        assertThat(get("/a", new Header("Authorization", "Bearer x")).status()).isEqualTo(204);
        assertThat(get("/a").status()).isEqualTo(204);
    }

    @Test
    void remembersOneThousandClients() {
        Header first = new Header("Mock-Session", "first");
        IntStream.range(0, 4).forEach(each -> get("/a", first));
        IntStream.range(0, 999).forEach(each -> get("/a", new Header("Mock-Session", "other-" + each)));
        assertThat(get("/a", first).status()).isEqualTo(429);
        IntStream.range(0, 1_000).forEach(each -> get("/a", new Header("Mock-Session", "more-" + each)));

        assertThat(get("/a", first).status()).isEqualTo(204);
    }

    @Test
    void leavesARequestAloneThatSaysWhatItWants() {
        IntStream.range(0, 4).forEach(each -> get("/a"));

        MockResponse wanted = get("/a?__code=204");
        assertThat(wanted.status()).isEqualTo(204);
        assertThat(wanted.header("RateLimit")).isEmpty();
        assertThat(get("/down?__code=204").status()).isEqualTo(204);
    }

    @Test
    void comesAsOftenAsItIsToldTo() {
        List<Integer> statuses = IntStream.range(0, 4_000)
                .map(each -> get("/flaky").status())
                .boxed()
                .toList();

        assertThat(statuses).containsOnly(204, 503);
        // Five standard deviations around 1,000.
        assertThat(statuses.stream().filter(status -> status == 503).count()).isBetween(863L, 1_137L);
    }

    @Test
    void saysSoInItsExplanation() {
        IntStream.range(0, 3).forEach(each -> get("/a"));
        MockRequest request = MockRequest.of("GET", "/a", List.of(), "");

        assertThat(control.walk(mock, request, deliveries.injectedInto(request)).steps())
                .extracting(Step::outcome)
                .contains("429: the contract does not document such an answer");
    }

    @Test
    void isNotLookedForWhereNothingAsksForIt() {
        LoadedContract plain = ContractLoader.load(
                "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}",
                "a.yaml",
                Path.of(""),
                LoadOptions.DEFAULT);

        assertThat(Deliveries.of(plain, DeliveryRule.PLAIN, () -> random, () -> now)
                        .inject())
                .isFalse();
        assertThat(deliveries.inject()).isTrue();
    }
}
