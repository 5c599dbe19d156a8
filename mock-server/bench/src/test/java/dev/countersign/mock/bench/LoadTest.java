package dev.countersign.mock.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The load on a real server of the JDK's. */
class LoadTest {
    private static final byte[] REQUEST =
            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch answering = new CountDownLatch(1);
    private HttpServer server;
    private ExecutorService threads;

    @BeforeEach
    void serve() throws Exception {
        threads = Executors.newCachedThreadPool();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            try {
                answering.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        answering.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private Load load(int expectedClass) {
        return new Load(server.getAddress().getPort(), REQUEST, expectedClass, 1);
    }

    @Test
    void countsTheTimeOfWhatWaitedBehindASlowAnswer() throws Exception {
        // 20 requests are due within 20 ms; the first is answered only when all of them are overdue.
        Future<Load.Result> loaded = threads.submit(() -> load(2).at(1000, 0.02));
        while (asked.get() == 0) {
            Thread.onSpinWait();
        }
        long seen = System.nanoTime();
        while (System.nanoTime() - seen < 20_000_000) {
            Thread.onSpinWait();
        }
        answering.countDown();
        Load.Result result = loaded.get();

        // The eleventh was due after 10 ms, and nothing was answered before 20 ms.
        assertThat(result.micros().p50()).isGreaterThanOrEqualTo(10_000);
    }

    @Test
    void sendsNoMoreThanIsDue() throws Exception {
        answering.countDown();
        Load.Result result = load(2).at(200, 0.1);

        assertThat(asked.get()).isBetween(1, 20).isEqualTo((int) result.requests());
    }

    @Test
    void endsTheBenchmarkOnAnotherStatus() {
        answering.countDown();

        assertThatThrownBy(() -> load(4).full(1))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("expected 4xx, got 204");
    }
}
