package dev.countersign.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sample.zoo.ZooClient;
import sample.zoo.model.Animal;
import sample.zoo.model.Login;
import sample.zoo.model.ProblemException;

/** HTTP/1.1 and HTTP/2, negotiated in clear text by an upgrade and over TLS by ALPN. */
class HttpVersionsTest {
    private static final Login LOGIN =
            Login.builder().user("u").password("p".repeat(100_000)).build();

    @TempDir
    static Path folder;

    private static void callsEverything(ZooClient client) {
        assertThat(client.animals().getAnimal("7").id()).isEqualTo(7);
        assertThat(client.keepers().login(LOGIN).token()).isEqualTo("t");
        assertThatThrownBy(() -> client.animals().addAnimal(client.animals().getAnimal("7")))
                .isInstanceOf(ProblemException.class)
                .hasMessage("POST /animals was answered with status 409");
        List<CompletableFuture<Animal>> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(client.async().animals().getAnimal(String.valueOf(i)));
        }
        for (int i = 0; i < 20; i++) {
            assertThat(many.get(i).join().id()).isEqualTo(i);
        }
    }

    private static ClientBuilder<ZooClient> client(URI url) {
        return ZooClient.builder().baseUrl(url.toString()).timeout(Duration.ofSeconds(20));
    }

    @Test
    void speaksHttp11InClearTextUnlessToldOtherwise() throws Exception {
        try (Http2Server server = Http2Server.clearText();
                ZooClient client = client(server.url()).build()) {
            callsEverything(client);

            assertThat(server.versions()).containsOnly("HTTP/1.1");
        }
    }

    @Test
    void speaksHttp2InClearTextWhenToldTo() throws Exception {
        try (Http2Server server = Http2Server.clearText();
                ZooClient client = client(server.url())
                        .httpVersion(HttpClient.Version.HTTP_2)
                        .build()) {
            callsEverything(client);

            // The request that asks for the upgrade is still in the old version.
            assertThat(server.versions()).contains("HTTP/2.0");
            assertThat(server.versions().get(server.versions().size() - 1)).isEqualTo("HTTP/2.0");
        }
    }

    @Test
    void speaksHttp2OverTlsWhenToldTo() throws Exception {
        try (Http2Server server = Http2Server.secure(folder);
                ZooClient client = client(server.url())
                        .sslContext(server.trusting())
                        .httpVersion(HttpClient.Version.HTTP_2)
                        .build()) {
            callsEverything(client);

            assertThat(server.versions()).containsOnly("HTTP/2.0");
        }
    }

    @Test
    void speaksHttp11OverTls() throws Exception {
        try (Http2Server server = Http2Server.secure(folder);
                ZooClient client =
                        client(server.url()).sslContext(server.trusting()).build()) {
            callsEverything(client);

            assertThat(server.versions()).containsOnly("HTTP/1.1");
        }
    }

    @Test
    void trustsNobodyUnasked() throws Exception {
        try (Http2Server server = Http2Server.secure(folder);
                ZooClient client = client(server.url()).build()) {
            Failures.assertFails(
                    () -> client.keepers().login(LOGIN),
                    TransportException.Kind.CONNECT,
                    "POST /keepers/login got no answer: no secure connection to "
                            + server.url().getAuthority() + " could be made: TLS: the certificate is not trusted");
            assertThat(server.versions()).isEmpty();
        }
    }

    /** java.net.http fails what is more than the server's streams; it goes over connections of its own. */
    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aThousandCallsOfAHundredThreadsAreAllAnswered(HttpClient.Version version) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(100);
        try (Http2Server server = Http2Server.secure(folder, 10);
                ZooClient client = client(server.url())
                        .sslContext(server.trusting())
                        .httpVersion(version)
                        .build()) {
            Queue<String> outcomes = new ConcurrentLinkedQueue<>();
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                calls.add(threads.submit(() -> {
                    outcomes.add(outcome(() -> client.animals().getAnimal("1")));
                }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
            assertThat(outcomes).hasSize(1_000).containsOnly("answered");
            assertThat(server.versions()).hasSize(1_000);
        } finally {
            threads.shutdownNow();
        }
    }

    private static String outcome(Runnable call) {
        try {
            call.run();
            return "answered";
        } catch (RuntimeException e) {
            return e.toString();
        }
    }
}
