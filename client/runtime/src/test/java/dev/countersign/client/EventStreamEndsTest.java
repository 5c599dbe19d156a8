package dev.countersign.client;

import static dev.countersign.client.RawServer.http;
import static dev.countersign.client.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.client.RawServer.Script;
import dev.countersign.client.TransportException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sample.zoo.ZooClient;
import sample.zoo.model.ProblemException;
import sample.zoo.model.Tick;

/** How streams of events end, and how they go on. */
@Timeout(60) // Some wait for what only comes when the client does its part.
class EventStreamEndsTest {
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

    private static Script brokenOff(String body) {
        return out -> out.write(utf8(HEAD.replace("\r\n\r\n", "\r\nContent-Length: 999\r\n\r\n") + body));
    }

    @Test
    void goOnWithTheLastIdentifierWhenAsked() throws Exception {
        List<Duration> pauses = new ArrayList<>();
        try (RawServer server = RawServer.playing(
                        events("retry: 10\nid: a\ndata: {\"n\": 1}\n\nid: b\ndata: {\"n\": 2}\n\nid: c\ndata: half"),
                        brokenOff("data: {\"n\": 3}\n\n"),
                        events("data: {\"n\": 4}\n\n"),
                        http(204, ""));
                ZooClient client = client(server).pause(pauses::add).build();
                EventStream<Tick> ticks = client.feeds().watchTicks().reconnecting(3)) {
            assertThat(ticks.data()).extracting(Tick::n).containsExactly(1L, 2L, 3L, 4L);

            assertThat(ticks.lastEventId()).isEqualTo("b");
            assertThat(server.requests().get(0)).doesNotContain("Last-Event-ID");
            assertThat(server.requests().subList(1, 4))
                    .allSatisfy(request -> assertThat(request).contains("\r\nLast-Event-ID: b\r\n"));
            assertThat(pauses).containsOnly(Duration.ofMillis(10)).hasSize(3);
        }
    }

    @Test
    void endWhenTheCallCannotBeMadeAgain() {
        Script gone = brokenOff("");
        try (RawServer server = RawServer.playing(
                        events("data: {\"n\": 1}\n\n"), gone, gone, json(400, "{\"title\": \"no\"}"));
                ZooClient client = client(server).pause(duration -> {}).build()) {
            EventStream<Tick> twice = client.feeds().watchTicks().reconnecting(2);
            assertThat(twice.iterator().next().data().n()).isEqualTo(1);
            assertThatThrownBy(() -> twice.iterator().hasNext())
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BROKEN));
            assertThat(server.requests()).hasSize(3);
        }
        try (RawServer server = RawServer.playing(events(""), json(400, "{\"title\": \"no\"}"));
                ZooClient client = client(server).pause(duration -> {}).build()) {
            EventStream<Tick> refused = client.feeds().watchTicks().reconnecting(5);
            assertThatThrownBy(() -> refused.iterator().hasNext()).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void freeTheirConnectionWhenTheyAreClosedEarly() throws Exception {
        CountDownLatch given = new CountDownLatch(1);
        Script endless = out -> {
            out.write(utf8(HEAD + "data: {\"n\": 1}\n\n"));
            out.awaitEnd();
            given.countDown();
        };
        try (RawServer server = RawServer.playing(endless);
                ZooClient client = client(server).build()) {
            EventStream<Tick> ticks = client.feeds().watchTicks();
            assertThat(ticks.iterator().next().data().n()).isEqualTo(1);
            ticks.close();

            assertThat(given.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(ticks.iterator().hasNext()).isFalse();
        }
    }

    @Test
    void endWhenTheirClientIsClosed() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        try (RawServer server = RawServer.playing(out -> {
                    out.write(utf8(HEAD + ": nothing yet\n\n"));
                    waiting.countDown();
                    out.awaitEnd();
                });
                ZooClient client = client(server).build()) {
            EventStream<Tick> ticks = client.feeds().watchTicks();
            Thread closer = new Thread(() -> {
                try {
                    waiting.await();
                    client.close();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            closer.start();
            assertThatThrownBy(() -> ticks.iterator().hasNext())
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CLOSED));
            closer.join();
        }
    }

    @Test
    void endWithTheirThread() {
        try (RawServer server = RawServer.playing(out -> {
                    out.write(utf8(HEAD));
                    out.awaitEnd();
                });
                ZooClient client = client(server).build();
                EventStream<Tick> ticks = client.feeds().watchTicks()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> ticks.iterator().hasNext())
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INTERRUPTED));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void mayLastLongerThanTheTimeoutAndNotBeSilentForSoLong() {
        try (RawServer server = RawServer.playing(out -> {
                    out.write(utf8(HEAD + "data: {\"n\": 1}\n\n"));
                    out.awaitEnd();
                });
                ZooClient client = client(server).timeout(Duration.ofSeconds(3)).build();
                EventStream<Tick> ticks = client.feeds().watchTicks()) {
            assertThat(ticks.iterator().next().data().n()).isEqualTo(1);
            assertThatThrownBy(() -> ticks.iterator().hasNext())
                    .isInstanceOf(TransportException.class)
                    .hasMessage("GET /ticks was answered with status 200, but not completely:"
                            + " nothing more came for longer than the call's timeout");
        }
    }
}
