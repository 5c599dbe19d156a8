package dev.countersign.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sample.zoo.ZooClient;

/** A client that was closed leaves nothing behind, whether it is still referred to or not. */
class ClosedClientsTest {
    private static final int MANY = 10_000;

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(workers);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'[', ']'});
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        workers.shutdownNow();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static List<Thread> left() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("SelectorManager")
                        || thread.getName().equals("countersign-client"))
                .toList();
    }

    /** The JDK's thread looks every three seconds whether its HTTP client can still be reached. */
    private static void assertNothingIsLeft() throws InterruptedException {
        for (int round = 0; round < 10 && !left().isEmpty(); round++) {
            System.gc();
            for (Thread thread : left()) {
                thread.join(4_000);
            }
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void tenThousandOfThemLeaveNoThreadAndNoConnection() throws Exception {
        for (int i = 0; i < MANY; i++) {
            try (ZooClient client = ZooClient.builder().baseUrl(url()).build()) {
                client.animals().listAnimals();
            }
            if (i % 500 == 499) {
                // What a program with less to do would leave to its garbage collector's own time.
                System.gc();
            }
        }
        assertNothingIsLeft();
    }

    @Test
    void oneThatIsStillReferredToLeavesNoThreadEither() throws Exception {
        ZooClient[] kept = new ZooClient[20];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = ZooClient.builder().baseUrl(url()).build();
            kept[i].async().animals().listAnimals().join();
            kept[i].close();
        }
        assertNothingIsLeft();
        assertThat(kept).doesNotContainNull();
    }

    @Test
    void oneThatWasDerivedDoesNotCloseWhatItShares() {
        try (ZooClient client = ZooClient.builder().baseUrl(url()).build()) {
            try (ZooClient derived = client.withOptions(RequestOptions.none())) {
                derived.animals().listAnimals();
            }
            assertThatCode(() -> client.animals().listAnimals()).doesNotThrowAnyException();
        }
    }
}
