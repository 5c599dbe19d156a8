package dev.countersign.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.client.RawServer.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sample.zoo.ZooClient;
import sample.zoo.model.Tick;

/** JSON lines and JSON text sequences (RFC 7464), over real connections. */
@Timeout(60) // Some wait for what only comes when the client does its part.
class ItemStreamsTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: ";
    private static final String RS = "\u001e";

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Script answer(String type, String body) {
        return out -> out.write(utf8(HEAD + type + "\r\n\r\n" + body));
    }

    private static ZooClient client(RawServer server) {
        return ZooClient.builder()
                .baseUrl(server.url())
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    private static List<Long> lines(String type, String body) {
        try (RawServer server = RawServer.playing(answer(type, body));
                ZooClient client = client(server);
                ItemStream<Tick> ticks = client.feeds().exportDiary()) {
            return ticks.stream().map(Tick::n).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/jsonl", "application/x-ndjson; charset=utf-8", "application/geo+ndjson"})
    void areLinesOfWhichTheLastNeedsNoEnd(String type) {
        assertThat(lines(type, "{\"n\":1}\n\r\n  \n{\"n\":2,\"text\":\"\u2028ü\"}\r\n{\"n\":3}"))
                .containsExactly(1L, 2L, 3L);
        assertThat(lines(type, "")).isEmpty();
    }

    @Test
    void areTextsBehindRecordSeparators() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        try (RawServer server = RawServer.playing(out -> {
                    out.write(utf8(HEAD + "application/json-seq\r\n\r\n"));
                    out.write(utf8(RS + "{\n  \"n\": 1,\n  \"text\": \"}\\\"{\"\n}\n"));
                    seen.await();
                    out.write(utf8(RS + RS + "{\"n\":2}" + RS + "{\"n\":\n" + RS + "{\"n\":4}\n" + RS + "{\"n\":5}"));
                });
                ZooClient client = client(server);
                ItemStream<Tick> ticks = client.feeds().exportRecords()) {
            assertThat(ticks.iterator().next().text()).contains("}\"{");
            seen.countDown();
            assertThat(ticks.iterator().next().n()).isEqualTo(2);
            assertThatThrownBy(() -> ticks.iterator().next())
                    .isInstanceOf(DecodingException.class)
                    .hasMessageEndingWith("in item 3, the text is cut off");
            assertThat(ticks.stream()).extracting(Tick::n).containsExactly(4L, 5L);
        }
    }

    @Test
    void areDecompressed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(utf8("{\"n\":1}\n{\"n\":2}\n"));
        }
        for (int cut : new int[] {0, 9}) {
            byte[] body = java.util.Arrays.copyOf(packed.toByteArray(), packed.size() - cut);
            try (RawServer server = RawServer.playing(out -> {
                        out.write(utf8(HEAD + "application/jsonl\r\nContent-Encoding: gzip\r\n\r\n"));
                        out.write(body);
                    });
                    ZooClient client = client(server);
                    ItemStream<Tick> ticks = client.feeds().exportDiary()) {
                if (cut == 0) {
                    assertThat(ticks.stream()).extracting(Tick::n).containsExactly(1L, 2L);
                } else {
                    assertThatThrownBy(() -> ticks.forEach(tick -> {}))
                            .isInstanceOf(TransportException.class)
                            .hasMessageEndingWith("the compressed body is damaged");
                }
                assertThat(server.onlyRequest()).contains("\r\nAccept-Encoding: gzip\r\n");
            }
        }
    }

    @Test
    void goIntoAFileAsAWhole(@TempDir Path folder) {
        Path file = folder.resolve("diary.jsonl");
        try (RawServer server = RawServer.playing(answer("application/jsonl", "{\"n\":1}\n"));
                ZooClient client = client(server)) {
            assertThat(client.feeds().toFile(file).exportDiary()).hasContent("{\"n\":1}\n");
        }
    }

    /** A server that never ends would fill a memory that holds what nobody has asked for. */
    @Test
    void comeNoFasterThanASubscriberAsksForThem() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        CompletableFuture<Void> givenUp = new CompletableFuture<>();
        try (RawServer server = RawServer.playing(out -> {
                    try {
                        out.write(utf8(HEAD + "application/jsonl\r\n\r\n"));
                        for (int n = 1; ; n++) {
                            out.write(utf8("{\"n\":" + n + ",\"text\":\"" + "x".repeat(1000) + "\"}\n"));
                        }
                    } finally {
                        givenUp.complete(null);
                    }
                });
                ZooClient client = client(server)) {
            Collected collected = new Collected();
            client.feeds().exportDiary().publisher(executor).subscribe(collected);
            collected.subscription.get().request(2);
            assertThat(collected.signals.poll(30, TimeUnit.SECONDS)).isEqualTo("1");
            assertThat(collected.signals.poll(30, TimeUnit.SECONDS)).isEqualTo("2");
            collected.subscription.get().request(1);
            assertThat(collected.signals.poll(30, TimeUnit.SECONDS)).isEqualTo("3");
            collected.subscription.get().cancel();

            givenUp.get(30, TimeUnit.SECONDS);
            executor.shutdown();
            assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertThat(collected.signals).isEmpty();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void endForASubscriberAsTheyEnd() throws Exception {
        try (RawServer server = RawServer.playing(
                        answer("application/jsonl", "{\"n\":1}\n"), answer("application/jsonl", "{\"n\":true}\n"));
                ZooClient client = client(server)) {
            for (List<String> expected : List.of(List.of("1", "complete"), List.of("DecodingException"))) {
                Collected collected = new Collected();
                Flow.Publisher<Tick> publisher = client.feeds().exportDiary().publisher(Runnable::run);
                publisher.subscribe(collected);
                collected.subscription.get().request(Long.MAX_VALUE);
                assertThat(collected.signals).containsExactlyElementsOf(expected);

                Collected late = new Collected();
                publisher.subscribe(late);
                assertThat(late.signals).containsExactly("IllegalStateException");
            }
        }
    }

    @Test
    void ofAnApplicationsOwnStandInForReal() {
        assertThat(ItemStream.of(List.of(1, 2)).stream()).containsExactly(1, 2);
        EventStream<String> events = EventStream.of(List.of(ServerSentEvent.of("a"), ServerSentEvent.of("b")));
        assertThat(events.iterator().next().data()).isEqualTo("a");
        events.close();
        assertThat(events.iterator().hasNext()).isFalse();
    }

    private static final class Collected implements Flow.Subscriber<Tick> {
        private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
        private final BlockingQueue<String> signals = new LinkedBlockingQueue<>();

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription.complete(given);
        }

        @Override
        public void onNext(Tick tick) {
            signals.add(String.valueOf(tick.n()));
        }

        @Override
        public void onError(Throwable error) {
            signals.add(error.getClass().getSimpleName());
        }

        @Override
        public void onComplete() {
            signals.add("complete");
        }
    }
}
