package dev.countersign.mock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.Contracts;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Answers that come in pieces: HTML section 9.2 (events), RFC 7464 and JSON lines, RFC 9110 section 6.5 (trailers). Nothing
 * here depends on how fast it is: every next piece is sent when the one before has been seen.
 */
@Timeout(60)
class ProxyStreamsTest {
    private static final String CHUNKED = "HTTP/1.1 200 OK~Content-Type: %s~Transfer-Encoding: chunked~~";
    private static final CompiledContract CONTRACT = CompiledContract.of(Contracts.parse("""
            openapi: 3.2.0
            info: {title: Test, version: '1'}
            paths:
              /events:
                get:
                  responses:
                    '200':
                      description: ''
                      content:
                        text/event-stream: {itemSchema: {type: object, required: [event]}}
              /lines:
                get:
                  responses:
                    '200':
                      description: ''
                      content:
                        application/jsonl: {itemSchema: {type: object, properties: {n: {type: integer}}}}
                        application/json-seq: {itemSchema: {type: integer}}
              /json:
                get: {responses: {'200': {description: '', content: {application/json: {schema: {type: array, items: {type: integer}}}}}}}
              /file:
                get: {responses: {'200': {description: '', content: {application/octet-stream: {}}}}}
            """));

    private final BlockingQueue<ProxiedExchange> ended = new LinkedBlockingQueue<>();
    private ScriptedUpstream upstream;
    private ValidatingProxy proxy;
    private MockServer server;

    @BeforeEach
    void start() throws IOException {
        upstream = new ScriptedUpstream();
        start(ProxySettings.to(upstream.address()));
    }

    private void start(ProxySettings settings) {
        ProxyListener listener = new ProxyListener() {
            @Override
            public void onEnd(ProxiedExchange exchange) {
                ended.add(exchange);
            }
        };
        proxy = new ValidatingProxy(() -> CONTRACT, settings, listener);
        server = MockServer.startResponder(proxy, ServerSettings.onFreePort());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        proxy.close();
        upstream.close();
    }

    private ProxiedExchange ended() throws InterruptedException {
        ProxiedExchange exchange = ended.poll(20, TimeUnit.SECONDS);
        assertThat(exchange).isNotNull();
        return exchange;
    }

    @Test
    void passEachEventOnWhenItCame() throws IOException, InterruptedException {
        try (ProxyClient client = ProxyClient.get(server.port(), "/events")) {
            ScriptedUpstream.Connection real = upstream.request();
            real.say(CHUNKED.formatted("text/event-stream")).chunk("event: a\ndata: 1\n\n");
            assertThat(client.readUntil("data: 1\n\n")).startsWith("HTTP/1.1 200 OK\r\n");
            real.chunk("event: b\ndata: 2\n\n");
            client.readUntil("data: 2\n\n");
            real.say("0~~");

            assertThat(client.readAll()).endsWith("0\r\n\r\n").doesNotContain("Countersign-Violations");
            assertThat(ended().violations()).isEmpty();
        }
    }

    @Test
    void mayBeSilentForLongerThanTheTimeout() throws IOException, InterruptedException {
        server.close();
        proxy.close();
        start(ProxySettings.to(upstream.address()).withTimeout(Duration.ofMillis(1_500)));
        try (ProxyClient client = ProxyClient.get(server.port(), "/events")) {
            ScriptedUpstream.Connection real = upstream.request();
            real.say(CHUNKED.formatted("text/event-stream"));
            client.readUntil("\r\n\r\n");
            assertThat(client.isSilentFor(3_000)).isTrue();
            real.chunk("event: a\n\n");

            client.readUntil("event: a\n\n");
        }
    }

    @Test
    void reportWhatIsWrongWithSingleItemsAtTheirEnd() throws IOException, InterruptedException {
        try (ProxyClient client = ProxyClient.get(server.port(), "/events")) {
            ScriptedUpstream.Connection real = upstream.request();
            real.say(CHUNKED.formatted("text/event-stream"))
                    .chunk(": ping\n\nevent: a\nda")
                    .chunk("ta: 1\r\n\r\nid: 4\n\n");
            client.readUntil("id: 4\n\n");
            real.say("0~~");

            assertThat(client.readAll())
                    .contains("\r\n0\r\nCountersign-Violations: [{\"in\":\"response-body\",\"pointer\":\"/1/event\",")
                    .doesNotContain("\"/0");
            assertThat(ended().violations())
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.pointer()).isEqualTo("/1/event"));
        }
    }

    @Test
    void areExaminedLineByLine() throws IOException, InterruptedException {
        try (ProxyClient client = ProxyClient.get(server.port(), "/lines")) {
            upstream.request()
                    .say(CHUNKED.formatted("application/jsonl"))
                    .chunk("{\"n\":1}\n{\"n\":\"x\"}\n\n{\"n\"")
                    .chunk(":3}\nnot json\n{\"n\":0.5}")
                    .say("0~~");

            assertThat(client.readAll())
                    .contains("\"pointer\":\"/1/n\"", "\"pointer\":\"/3\"", "\"pointer\":\"/4/n\"")
                    .doesNotContain("\"/0", "\"/2");
        }
    }

    @Test
    void areExaminedRecordByRecord() throws IOException, InterruptedException {
        try (ProxyClient client = ProxyClient.get(server.port(), "/lines")) {
            upstream.request()
                    .say(CHUNKED.formatted("application/json-seq"))
                    .chunk("\u001e1\n\u001e")
                    .chunk("true\n")
                    .say("0~~");

            assertThat(client.readAll()).contains("\"pointer\":\"/1\"").doesNotContain("\"/0");
        }
    }

    @Test
    void areExaminedInsideTheirCoding() throws IOException, InterruptedException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (ProxyClient client = ProxyClient.get(server.port(), "/lines");
                GZIPOutputStream gzip = new GZIPOutputStream(coded, true)) {
            ScriptedUpstream.Connection real = upstream.request();
            gzip.write("{\"n\":true}\n".getBytes(StandardCharsets.UTF_8));
            gzip.finish();
            real.say("HTTP/1.1 200 OK~Content-Type: application/jsonl~Content-Encoding: gzip~Connection: close~~")
                    .say(coded.toByteArray())
                    .close();

            client.readAll();
            assertThat(ended().violations())
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.pointer()).isEqualTo("/0/n"));
        }
    }

    /** Kubernetes watches that way, for instance: JSON by its name, and endless. */
    @Test
    void areKnownByTheirPaceWhateverTheirMediaType() throws IOException, InterruptedException {
        try (ProxyClient client = ProxyClient.get(server.port(), "/json")) {
            ScriptedUpstream.Connection real = upstream.request();
            real.say(CHUNKED.formatted("application/json")).chunk("[1,");
            client.readUntil("[1,");
            real.chunk("true]");
            client.readUntil("true]");
            real.say("0~~");

            assertThat(client.readAll())
                    .contains("Countersign-Violations: [{\"in\":\"response-body\",\"pointer\":\"/1\"");
        }
    }

    @Test
    void endWithTheirClient() throws IOException, InterruptedException {
        ScriptedUpstream.Connection real;
        try (ProxyClient client = ProxyClient.get(server.port(), "/file")) {
            real = upstream.request();
            real.say(CHUNKED.formatted("application/octet-stream")).chunk("piece");
            client.readUntil("piece");
        }
        String much = "x".repeat(8_192);
        boolean left = false;
        while (!left) {
            try {
                real.chunk(much);
            } catch (IOException gone) {
                left = true;
            }
        }

        assertThat(ended().status()).isEqualTo(200);
    }

    @Test
    void breakOffWhereTheUpstreamBreaksOff() throws IOException, InterruptedException {
        try (ProxyClient client = ProxyClient.get(server.port(), "/events")) {
            ScriptedUpstream.Connection real = upstream.request();
            real.say(CHUNKED.formatted("text/event-stream")).chunk("event: a\n\n");
            client.readUntil("event: a\n\n");
            real.close();

            assertThat(client.readAll()).doesNotContain("0\r\n\r\n");
            assertThat(ended().status()).isEqualTo(200);
        }
    }

    @Test
    void mayBeLongerThanWhatIsExaminedAsAWhole() throws IOException, InterruptedException {
        String numbers = "1,".repeat(1024 * 1024);
        int pieces = Forwarding.LONGEST_HELD / numbers.length() + 1;
        try (ProxyClient client = ProxyClient.get(server.port(), "/json")) {
            ScriptedUpstream.Connection real = upstream.request();
            real.say("HTTP/1.1 200 OK~Content-Type: application/json~Content-Length: "
                    + (numbers.length() * (long) pieces + 3) + "~~[");
            for (int i = 0; i < pieces; i++) {
                real.say(numbers);
            }
            client.readUntil("1,1,1,");
            real.say("1]");

            assertThat(client.readAll()).endsWith(",1]").doesNotContain("Countersign-Violations");
            assertThat(ended().note()).isEqualTo("the body is too long to be examined");
        }
    }
}
