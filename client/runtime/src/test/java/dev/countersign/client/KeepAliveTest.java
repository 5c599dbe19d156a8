package dev.countersign.client;

import static dev.countersign.client.Failures.assertFails;
import static dev.countersign.client.Failures.broken;
import static dev.countersign.client.RawServer.json;
import static dev.countersign.client.RawServer.keepAlive;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.client.TransportException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import sample.zoo.ZooClient;
import sample.zoo.model.Login;

/** A connection that is used again, and that the server closes just then, without a byte (RFC 9112 section 9.3.1). */
class KeepAliveTest {
    private static final String ANIMAL = "{\"id\":1,\"kind\":\"lion\",\"weight\":120.50}";
    private static final String SESSION = "{\"token\":\"t\",\"seconds\":1}";
    private static final Login LOGIN = Login.builder().user("u").password("p").build();

    /** Answers, takes one more request on the same connection, and closes it. */
    private static RawServer.Script stale(String body) {
        return out -> {
            keepAlive(out, 200, body);
            out.nextRequest();
        };
    }

    private static ClientBuilder<ZooClient> client(RawServer server) {
        return ZooClient.builder().baseUrl(server.url()).timeout(Duration.ofSeconds(20));
    }

    @Test
    void isUsedAgain() {
        try (RawServer server = RawServer.playing(out -> {
                    keepAlive(out, 200, ANIMAL);
                    out.nextRequest();
                    keepAlive(out, 200, ANIMAL);
                    out.awaitEnd();
                });
                ZooClient client = client(server).build()) {
            client.animals().getAnimal("1");
            assertThat(client.animals().getAnimal("2").id()).isEqualTo(1);
        }
    }

    /** The server may have acted on it: only the caller can know whether it may be sent again. */
    @Test
    void aPostOnAStaleConnectionFailsAndIsSentOnce() {
        try (RawServer server = RawServer.playing(stale(SESSION), json(200, SESSION));
                ZooClient client = client(server).retries(RetryPolicy.upTo(3)).build()) {
            client.keepers().login(LOGIN);

            assertFails(
                    () -> client.keepers().login(LOGIN),
                    Kind.BROKEN,
                    broken("POST /keepers/login", server, "closed without an answer"));
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aPutOnAStaleConnectionIsSentAgainOnlyByThePolicy() {
        try (RawServer server = RawServer.playing(stale(ANIMAL), json(204, ""));
                ZooClient once = client(server).build()) {
            once.animals().getAnimal("1");
            assertFails(
                    () -> once.animals().feedAnimal("1"),
                    Kind.BROKEN,
                    broken("PUT /animals/{id}", server, "closed without an answer"));
            assertThat(server.requests()).hasSize(2);
        }
        try (RawServer server = RawServer.playing(stale(ANIMAL), json(204, ""));
                ZooClient again = client(server)
                        .retries(RetryPolicy.upTo(1))
                        .pause(duration -> {})
                        .build()) {
            again.animals().getAnimal("1");
            again.animals().feedAnimal("1");
            assertThat(server.requests()).hasSize(3);
        }
    }

    /** It asks for nothing but an answer, so java.net.http sends it on a new connection by itself. */
    @Test
    void aGetOnAStaleConnectionGetsItsAnswerFromANewOne() {
        try (RawServer server = RawServer.playing(stale(ANIMAL), json(200, ANIMAL));
                ZooClient client = client(server).build()) {
            client.animals().getAnimal("1");

            assertThat(client.animals().getAnimal("2").id()).isEqualTo(1);
            assertThat(server.requests()).hasSize(3);
        }
    }
}
