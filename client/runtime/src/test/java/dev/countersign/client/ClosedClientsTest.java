package dev.countersign.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sample.zoo.ZooClient;

/** A client that was closed leaves nothing behind, whether it is still referred to or not. */
@Timeout(600) // It waits until the last connection has been given up.
class ClosedClientsTest {
    private static final int MANY = 10_000;
    private static final int PORTION = 500;
    private static final int AT_ONCE = 4;

    private final List<WeakReference<ZooClient>> forgotten = Collections.synchronizedList(new ArrayList<>());
    private KeptConnections server;

    @BeforeEach
    void start() throws IOException {
        server = new KeptConnections();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private String url() {
        return server.url();
    }

    private static List<Thread> left() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("SelectorManager")
                        || thread.getName().equals("countersign-client"))
                .toList();
    }

    /** The JDK's thread looks every three seconds whether its HTTP client can still be reached. */
    private void assertNothingIsLeft() throws InterruptedException {
        for (int round = 0; round < 10 && !(left().isEmpty() && held() == 0); round++) {
            System.gc();
            for (Thread thread : left()) {
                thread.join(4_000);
            }
        }
        assertThat(left()).isEmpty();
        assertThat(held()).isZero();
        server.awaitNone();
    }

    /** How many of the clients that nothing refers to are still in memory. */
    private long held() {
        return forgotten.stream().filter(each -> each.get() != null).count();
    }

    private void useOneAndForgetIt() {
        try (ZooClient client = ZooClient.builder().baseUrl(url()).build()) {
            client.animals().listAnimals();
            forgotten.add(new WeakReference<>(client));
        }
    }

    /** Several at once, as most of the time goes by with one thread waking another. */
    @Test
    void tenThousandOfThemLeaveNoThreadNoConnectionAndNoMemory() throws Exception {
        ExecutorService users = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<?>> portions = new ArrayList<>();
        for (int i = 0; i < MANY; i += PORTION) {
            portions.add(users.submit(() -> {
                for (int use = 0; use < PORTION; use++) {
                    useOneAndForgetIt();
                }
                // What a program with less to do would leave to its garbage collector's own time.
                System.gc();
            }));
        }
        for (Future<?> portion : portions) {
            portion.get();
        }
        users.shutdown();
        assertThat(forgotten).hasSize(MANY);
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
