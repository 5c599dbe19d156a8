package dev.countersign.client;

import static dev.countersign.client.RawServer.http;
import static dev.countersign.client.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import sample.zoo.ZooClient;
import sample.zoo.model.Login;
import sample.zoo.model.Renewal;

class RetriesTest {
    private static final String ANIMAL = "{\"id\":1,\"kind\":\"lion\",\"weight\":120.50}";
    private static final String SESSION = "{\"token\":\"t\",\"seconds\":1}";

    /** A connection that closes without a single byte would be opened again for a GET by java.net.http itself. */
    private static final RawServer.Script CUT_OFF =
            out -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));

    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    private ZooClient client(RawServer server, RetryPolicy policy) {
        return ZooClient.builder()
                .baseUrl(server.url())
                .timeout(Duration.ofSeconds(20))
                .retries(policy.withJitter(0))
                .pause(pauses::add)
                .build();
    }

    @Test
    void nothingIsSentAgainByDefault() {
        try (RawServer server = RawServer.playing(json(503, "{}"));
                ZooClient client = ZooClient.builder().baseUrl(server.url()).build()) {
            assertThatThrownBy(() -> client.animals().getAnimal("1")).isInstanceOf(ApiException.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aGetIsSentAgainWithGrowingDelays() {
        try (RawServer server = RawServer.playing(json(503, "{}"), json(502, "{}"), CUT_OFF, json(200, ANIMAL));
                ZooClient client = client(server, RetryPolicy.upTo(3))) {
            assertThat(client.animals().getAnimal("1").id()).isEqualTo(1);
            assertThat(pauses)
                    .containsExactly(Duration.ofMillis(500), Duration.ofMillis(1000), Duration.ofMillis(2000));
        }
    }

    @Test
    void everyCallHasAllItsRetries() {
        try (RawServer server =
                        RawServer.playing(json(503, "{}"), json(200, ANIMAL), json(503, "{}"), json(200, ANIMAL));
                ZooClient client = client(server, RetryPolicy.upTo(1))) {
            client.animals().getAnimal("1");
            client.animals().getAnimal("1");

            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        try (RawServer server = RawServer.playing(http(429, "", "Retry-After: 7"), json(200, ANIMAL));
                ZooClient client = client(server, RetryPolicy.upTo(1))) {
            client.animals().getAnimal("1");

            assertThat(pauses).containsExactly(Duration.ofSeconds(7));
        }
    }

    @Test
    void givesUpWhenTheServerAsksForMoreThanTheCallHas() {
        try (RawServer server = RawServer.playing(http(429, "", "Retry-After: 3600"));
                ZooClient client = client(server, RetryPolicy.upTo(3))) {
            ApiException thrown = catchThrowableOfType(
                    ApiException.class, () -> client.animals().getAnimal("1"));

            assertThat(thrown.status()).isEqualTo(429);
            assertThat(server.requests()).hasSize(1);
            assertThat(pauses).isEmpty();
        }
    }

    @Test
    void aPostIsSentOnceUnlessToldOtherwise() {
        Login login = Login.builder().user("u").password("p").build();
        try (RawServer server = RawServer.playing(json(503, "{}"));
                ZooClient client = client(server, RetryPolicy.upTo(2))) {
            assertThatThrownBy(() -> client.keepers().login(login)).isInstanceOf(ApiException.class);
            assertThat(server.requests()).hasSize(1);

            RetryPolicy posts = RetryPolicy.upTo(2).withMethods(Set.of("POST"));
            assertThatThrownBy(() -> client.withOptions(RequestOptions.none().withRetries(posts))
                            .keepers()
                            .login(login))
                    .isInstanceOf(ApiException.class);
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void aPostThatTheContractCallsIdempotentIsSentAgain() {
        try (RawServer server = RawServer.playing(json(503, "{}"), json(200, SESSION));
                ZooClient client = client(server, RetryPolicy.upTo(1))) {
            assertThat(client.keepers()
                            .renew(Renewal.builder().refresh("r").build())
                            .seconds())
                    .isEqualTo(1);
        }
    }

    @Test
    void anErrorThatWillNotPassIsNotTriedAgain() {
        try (RawServer server = RawServer.playing(json(404, "{}"));
                ZooClient client = client(server, RetryPolicy.upTo(3))) {
            assertThatThrownBy(() -> client.animals().getAnimal("1")).isInstanceOf(ApiException.class);
            assertThat(server.requests()).hasSize(1);
        }
    }
}
