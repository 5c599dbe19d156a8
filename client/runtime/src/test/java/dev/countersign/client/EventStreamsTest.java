package dev.countersign.client;

import static dev.countersign.client.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.client.RawServer.Script;
import dev.countersign.client.TransportException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sample.zoo.ZooClient;
import sample.zoo.model.Problem;
import sample.zoo.model.ProblemException;
import sample.zoo.model.Tick;

/** Server-sent events, as the HTML Standard has them in section 9.2, over real connections. */
@Timeout(60) // Some wait for what only comes when the client does its part.
class EventStreamsTest {
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";

    private static ClientBuilder<ZooClient> client(RawServer server) {
        return ZooClient.builder().baseUrl(server.url()).timeout(Duration.ofSeconds(30));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Script events(String body) {
        return out -> out.write(utf8(HEAD + body));
    }

    private static List<ServerSentEvent<String>> news(Script script) {
        try (RawServer server = RawServer.playing(script);
                ZooClient client = client(server).build();
                EventStream<String> news = client.feeds().readNews()) {
            return news.stream().toList();
        }
    }

    private static List<String> data(String body) {
        return news(events(body)).stream().map(ServerSentEvent::data).toList();
    }

    @Test
    void haveIdEventDataAndRetry() {
        assertThat(news(events("id: 7\nevent: rise\nretry: 1500\ndata: a\n\ndata: b\n\n")))
                .containsExactly(
                        new ServerSentEvent<>("7", "rise", "a", Optional.of(Duration.ofMillis(1500))),
                        new ServerSentEvent<>("7", "message", "b", Optional.empty()));
    }

    /** The examples of the standard, and what else it says about lines, fields, and the end. */
    @Test
    void areReadAsTheStandardSays() {
        assertThat(data("data: YHOO\ndata: +2\ndata: 10\n\n")).containsExactly("YHOO\n+2\n10");
        assertThat(data(": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n"))
                .containsExactly("first event", "second event");
        assertThat(data("data\n\ndata\ndata\n\ndata:")).containsExactly("", "\n");
        assertThat(data("data:test\n\ndata: test\n\n")).containsExactly("test", "test");
        assertThat(data("data: a\rdata: b\r\rdata: c\r\n\r\n")).containsExactly("a\nb", "c");
        assertThat(data("\uFEFFdata: a\n\n\uFEFFdata: b\n\n")).containsExactly("a");
        assertThat(data("unknown: x\nDATA: y\ndata: a: b\n\n")).containsExactly("a: b");
        assertThat(data("event: rise\n\ndata: a\n\n")).containsExactly("a");
        assertThat(data("data: dropped, for want of an empty line\n")).isEmpty();
        assertThat(data("")).isEmpty();
    }

    @Test
    void forgetTheNameOfAnEventAndKeepItsIdentifier() {
        List<ServerSentEvent<String>> events =
                news(events("id: 1\nevent: x\n\ndata: a\n\nid: bad\0id\nretry: soon\ndata: b\n\nid\ndata: c\n\n"));

        assertThat(events).extracting(ServerSentEvent::event).containsOnly("message");
        assertThat(events).extracting(ServerSentEvent::id).containsExactly("1", "1", "");
        assertThat(events).extracting(ServerSentEvent::retry).containsOnly(Optional.empty());
    }

    /** A portion may end in a character, between a carriage return and its line feed, or in the byte order mark. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void mayComeInAnyPortions(int length) {
        byte[] body = utf8("\uFEFFid: ü\r\ndata: Zürich €\r\ndata: 𝄞\r\n\r\n: ping\r\n\r\ndata: b\r\r");

        List<ServerSentEvent<String>> events = news(out -> {
            out.write(utf8(HEAD.replace("Connection: close", "Connection: close\r\nTransfer-Encoding: chunked")));
            for (int at = 0; at < body.length; at += length) {
                byte[] portion = Arrays.copyOfRange(body, at, Math.min(body.length, at + length));
                out.write(utf8(Integer.toHexString(portion.length) + "\r\n"));
                out.write(portion);
                out.write(utf8("\r\n"));
            }
            out.write(utf8("0\r\n\r\n"));
        });

        assertThat(events)
                .extracting(ServerSentEvent::id, ServerSentEvent::data)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ü", "Zürich €\n𝄞"),
                        org.assertj.core.groups.Tuple.tuple("ü", "b"));
    }

    /** An event is handed out at its empty line, also when that ends with a carriage return that a line feed may follow. */
    @Test
    void areHandedOutBeforeTheNextComes() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        try (RawServer server = RawServer.playing(out -> {
                    out.write(utf8(HEAD + "data: {\"n\": 1}\r\r"));
                    seen.await();
                    out.write(utf8("\ndata: {\"n\": 2}\r\n\r\n"));
                });
                ZooClient client = client(server).build();
                EventStream<Tick> ticks = client.feeds().watchTicks()) {
            assertThat(ticks.iterator().next().data().n()).isEqualTo(1);
            seen.countDown();
            assertThat(ticks.iterator().next().data().n()).isEqualTo(2);
            assertThat(ticks.iterator().hasNext()).isFalse();
            assertThat(server.onlyRequest())
                    .contains("\r\nAccept: text/event-stream, application/json\r\n")
                    .doesNotContain("Accept-Encoding");
        }
    }

    @Test
    void thatDoNotFitAreToldAndThoseBehindThemAreRead() {
        try (RawServer server = RawServer.playing(events(
                        "data: {\"n\": \"secret\"}\n\ndata: {\"n\": 2}\n\ndata: [DONE]\n\ndata: {\"n\": 3}\n\n"));
                ZooClient client = client(server).build();
                EventStream<Tick> ticks = client.feeds().watchTicks()) {
            assertThatThrownBy(() -> ticks.iterator().next())
                    .isInstanceOf(DecodingException.class)
                    .hasMessage("GET /ticks was answered with status 200, but its body does not fit the contract:"
                            + " in item 1, at /n, expected long");
            assertThat(ticks.data()).extracting(Tick::n).containsExactly(2L);
        }
    }

    @Test
    void ofAnErrorAreTheException() {
        try (RawServer server = RawServer.playing(json(400, "{\"title\": \"no\"}"));
                ZooClient client = client(server).build()) {
            ProblemException thrown = catchThrowableOfType(
                    ProblemException.class, () -> client.feeds().watchTicks());

            assertThat(thrown.error()).isEqualTo(Problem.builder().title("no").build());
        }
    }

    @Test
    void areNotMadeOfAnotherMediaType() {
        try (RawServer server = RawServer.playing(json(200, "[]"));
                ZooClient client = client(server).build()) {
            assertThatThrownBy(() -> client.feeds().watchTicks())
                    .isInstanceOf(DecodingException.class)
                    .hasMessageEndingWith("expected text/event-stream, got application/json");
        }
    }

    @Test
    void areAskedForWhereThePlainCallAsksForJson() {
        try (RawServer server = RawServer.playing(
                        events("data: {\"n\": 1}\n\n"), json(200, "{\"token\": \"t\", \"seconds\": 1}"));
                ZooClient client = client(server).build()) {
            try (EventStream<Tick> ticks = client.feeds().streaming().ask("why?")) {
                assertThat(ticks.data()).extracting(Tick::n).containsExactly(1L);
            }
            assertThat(client.feeds().ask("why?").seconds()).isEqualTo(1);
            assertThat(server.requests().get(0))
                    .contains("\r\nAccept: text/event-stream\r\n")
                    .endsWith("why?");
            assertThat(server.requests().get(1)).contains("\r\nAccept: application/json\r\n");
        }
    }

    @Test
    void comeWithStatusAndHeadersAndWithoutWaiting() {
        try (RawServer server = RawServer.playing(events("data: {\"n\": 1}\n\n"));
                ZooClient client = client(server).build()) {
            ApiResponse<EventStream<Tick>> response =
                    client.feeds().withResponse().watchTicks();
            assertThat(response.headers().first("Content-Type")).contains("text/event-stream");
            assertThat(response).hasToString("GET /ticks, 200, text/event-stream, a stream");
            assertThat(response.orThrow().data()).extracting(Tick::n).containsExactly(1L);

            EventStream<Tick> ticks = client.async().feeds().watchTicks().join();
            assertThat(ticks.data()).extracting(Tick::n).containsExactly(1L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: ", "event: ", ": "})
    void areBoundedOneByOne(String field) {
        String small = "data: x\n\n".repeat(100);
        String line = field + "x".repeat(200);
        try (RawServer server = RawServer.playing(events(small + line + "\n\n"), events(line));
                ZooClient client = client(server).maxResponseBytes(150).build()) {
            for (int expected : new int[] {100, 0}) {
                try (EventStream<String> news = client.feeds().readNews()) {
                    List<String> read = new ArrayList<>();
                    assertThatThrownBy(() -> news.forEach(event -> read.add(event.data())))
                            .isInstanceOf(TransportException.class)
                            .hasMessageEndingWith("an item is longer than 150 bytes; see maxResponseBytes");
                    assertThat(read).hasSize(expected);
                }
            }
        }
    }

    @Test
    void ofManyShortLinesAreBoundedToo() {
        try (RawServer server = RawServer.playing(events("data: 0123456789\n".repeat(100)));
                ZooClient client = client(server).maxResponseBytes(150).build();
                EventStream<String> news = client.feeds().readNews()) {
            assertThatThrownBy(() -> news.iterator().hasNext())
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE));
        }
    }
}
