package dev.countersign.mock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.Contracts;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9209 section 2.3: how a proxy says what went wrong on its other side; RFC 9110 sections 15.6.3 and 15.6.5. */
@Timeout(60)
class UpstreamFailuresTest {
    private static final CompiledContract CONTRACT = CompiledContract.of(Contracts.ofPaths("""
            /a:
              get: {responses: {'200': {description: '', content: {application/json: {schema: {type: object}}}}}}
              post: {responses: {'200': {description: ''}}}
            """));

    private ScriptedUpstream upstream;

    @BeforeEach
    void start() throws IOException {
        upstream = new ScriptedUpstream();
    }

    @AfterEach
    void stop() throws IOException {
        upstream.close();
    }

    private static MockResponse ask(ProxySettings settings, MockRequest request) {
        try (ValidatingProxy proxy = new ValidatingProxy(CONTRACT, settings)) {
            return CollectedReply.of(proxy, request);
        }
    }

    private static MockRequest get(Header... headers) {
        return MockRequest.of("GET", "/a", List.of(headers), "");
    }

    private ProxySettings settings() {
        return ProxySettings.to(upstream.address()).withTimeout(Duration.ofSeconds(20));
    }

    private MockResponse answeredWith(String answer, boolean close, ProxySettings settings)
            throws IOException, InterruptedException {
        CompletableFuture<MockResponse> response = CompletableFuture.supplyAsync(() -> ask(settings, get()));
        ScriptedUpstream.Connection real = upstream.request().say(answer);
        if (close) {
            real.close();
        }
        return response.join();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|http_response_incomplete|broke off",
                "HTTP/1.1 200 OK~Content-Ty|http_response_incomplete|broke off",
                "HTTP/1.1 200 OK~Content-Type: application/json~Content-Length: 20~~{|http_response_incomplete|broke off",
                "HTTP/1.1 200 OK~Content-Type: application/json~Transfer-Encoding: chunked~~5~{|http_response_incomplete|broke off",
                "220 mail.example ESMTP~|http_protocol_error|is not HTTP",
                "HTTP/1.1 abc OK~~|http_protocol_error|is not HTTP",
            })
    void isToldFromEveryOther(String answer, String error, String words) throws IOException, InterruptedException {
        MockResponse response = answeredWith(answer, true, settings());

        assertThat(response.status()).isEqualTo(502);
        assertThat(response.header("Proxy-Status")).contains("countersign; error=" + error);
        assertThat(response.text()).contains(words);
    }

    @Test
    void passesLongHeadsAndRefusesEndlessOnes() throws IOException, InterruptedException {
        String head = "HTTP/1.1 200 OK~Content-Type: application/json~Content-Length: 2~X-Long: %s~~{}";
        MockResponse passed = answeredWith(head.formatted("x".repeat(64 * 1024)), true, settings());

        assertThat(passed.header("X-Long").orElseThrow()).hasSize(64 * 1024);
        MockResponse refused = answeredWith(head.formatted("x".repeat(300 * 1024)), false, settings());
        assertThat(refused.header("Proxy-Status")).contains("countersign; error=http_response_header_section_size");
    }

    @Test
    void isLateWhenItsHeadIsLate() throws IOException, InterruptedException {
        MockResponse response =
                answeredWith("HTTP/1.1 200 OK~", false, settings().withTimeout(Duration.ofMillis(300)));

        assertThat(response.status()).isEqualTo(504);
        assertThat(response.header("Proxy-Status")).contains("countersign; error=http_response_timeout");
    }

    @Test
    void isLateWhenABodyThatMustBeExaminedIsLate() throws IOException, InterruptedException {
        String half = "HTTP/1.1 200 OK~Content-Type: application/json~Transfer-Encoding: chunked~~1~{~";
        MockResponse response = answeredWith(
                half, false, settings().withTimeout(Duration.ofMillis(300)).withProblems(true));

        assertThat(response.status()).isEqualTo(504);
    }

    @Test
    void isNotReachedUnderAnUnknownName() {
        MockResponse response = ask(ProxySettings.to(URI.create("http://unknown.invalid")), get());

        assertThat(response.status()).isEqualTo(502);
        assertThat(response.header("Proxy-Status")).contains("countersign; error=dns_error");
    }

    @Test
    void isRefusedWhenTooLongToBeExamined() throws IOException, InterruptedException {
        String head = "HTTP/1.1 200 OK~Content-Type: application/json~Transfer-Encoding: chunked~~";
        String chunk = "1000000~" + " ".repeat(0x1000000) + "~";
        MockResponse response =
                answeredWith(head + chunk + "1~1~0~~", false, settings().withProblems(true));

        assertThat(response.status()).isEqualTo(502);
        assertThat(response.header("Proxy-Status")).contains("countersign; error=http_response_body_size");
    }

    /** What the upstream says itself is an answer like any other. */
    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void isNotMistakenForOurOwn(int status) throws IOException, InterruptedException {
        MockResponse response = answeredWith(
                "HTTP/1.1 " + status
                        + " X~Content-Type: application/problem+json~Content-Length: 13~~{\"title\":\"x\"}",
                true,
                settings());

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("Proxy-Status")).isEmpty();
        assertThat(response.header("Countersign-Violations").orElseThrow())
                .contains("the status " + status + " is not documented");
    }

    @Test
    void seesWhatTheClientSentAndNothingElse() throws IOException, InterruptedException {
        MockRequest request = get(
                new Header("Accept-Encoding", "br, gzip;q=0.5"),
                new Header("User-Agent", "mine"),
                new Header("Cookie", "a=1"),
                new Header("X-Twice", "1"),
                new Header("X-Twice", "2"));
        CompletableFuture<MockResponse> response = CompletableFuture.supplyAsync(() -> ask(settings(), request));
        ScriptedUpstream.Connection real = upstream.request();
        real.say("HTTP/1.1 204 No Content~~").close();
        response.join();

        assertThat(real.head().lines().toList())
                .containsExactlyInAnyOrder(
                        "GET /a HTTP/1.1",
                        "Accept-Encoding: br, gzip;q=0.5",
                        "User-Agent: mine",
                        "Cookie: a=1",
                        "X-Twice: 1",
                        "X-Twice: 2",
                        "Via: 1.1 countersign",
                        "Host: 127.0.0.1:" + upstream.address().getPort(),
                        "");
    }

    @Test
    void cannotBeAskedForWhatIsNoUri() {
        MockResponse response = ask(settings(), MockRequest.of("GET", "/a?x=%zz", List.of(), ""));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.header("Proxy-Status")).contains("countersign; error=http_request_error");
    }

    @Test
    void hearsThatAPostHasNoContent() throws IOException, InterruptedException {
        MockRequest request = MockRequest.of("POST", "/a?x={y}|", List.of(), "");
        CompletableFuture<MockResponse> response = CompletableFuture.supplyAsync(() -> ask(settings(), request));
        ScriptedUpstream.Connection real = upstream.request();
        real.say("HTTP/1.1 200 OK~Content-Length: 0~~").close();
        response.join();

        assertThat(real.head())
                .startsWith("POST /a?x={y}| HTTP/1.1\r\n")
                .contains("\r\nContent-Length: 0\r\n")
                .doesNotContain("Content-Type");
    }
}
