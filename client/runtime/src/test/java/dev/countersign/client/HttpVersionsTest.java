package dev.countersign.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void speaksHttp2OverTls() throws Exception {
        try (Http2Server server = Http2Server.secure(folder);
                ZooClient client =
                        client(server.url()).sslContext(server.trusting()).build()) {
            callsEverything(client);

            assertThat(server.versions()).containsOnly("HTTP/2.0");
        }
    }

    @Test
    void speaksHttp11OverTlsWhenToldTo() throws Exception {
        try (Http2Server server = Http2Server.secure(folder);
                ZooClient client = client(server.url())
                        .sslContext(server.trusting())
                        .httpVersion(HttpClient.Version.HTTP_1_1)
                        .build()) {
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
                            + server.url().getAuthority() + " could be made");
            assertThat(server.versions()).isEmpty();
        }
    }
}
