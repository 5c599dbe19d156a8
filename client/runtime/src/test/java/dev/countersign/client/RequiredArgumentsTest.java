package dev.countersign.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sample.zoo.ZooClient;
import sample.zoo.model.Login;

/** What the contract demands is looked at before anything is sent. */
class RequiredArgumentsTest {
    private static final Login LOGIN = Login.builder().user("u").password("p").build();

    private interface Call {
        void make(ZooClient client);
    }

    static Stream<Arguments> calls() {
        return Stream.of(
                call(client -> client.animals().getAnimal(null), "path parameter id"),
                call(client -> client.animals().getAnimal(""), "path parameter id"),
                call(client -> client.animals().getAnimal("."), "path parameter id"),
                call(client -> client.animals().getAnimal(".."), "path parameter id"),
                call(client -> client.animals().groomAnimal("1", null), "query parameter brush"),
                call(client -> client.keepers().openVault("1", "c", null, "v", LOGIN), "header X-Code"),
                call(client -> client.keepers().openVault("1", "c", "x", null, LOGIN), "cookie visit"),
                call(client -> client.keepers().openVault("1", "c", "x", "v", null), "body"),
                call(client -> client.keepers().login(null), "body"),
                call(client -> client.keepers().renew(null), "body"),
                call(client -> client.keepers().uploadBadge(null), "body"),
                call(
                        client -> client.animals().styles(List.of("a"), List.of("b"), List.of(), Map.of("k", "v")),
                        "path parameter list"));
    }

    private static Arguments call(Call call, String named) {
        return Arguments.of(call, named);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void nothingIsSentAndTheParameterIsNamed(Call call, String named) {
        try (RawServer server = RawServer.playing(RawServer.http(204, ""));
                ZooClient client = ZooClient.builder().baseUrl(server.url()).build()) {
            assertThatThrownBy(() -> call.make(client))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(named);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aFutureFailsOfIt() {
        try (RawServer server = RawServer.playing(RawServer.http(204, ""));
                ZooClient client = ZooClient.builder().baseUrl(server.url()).build()) {
            assertThatThrownBy(() -> client.async().animals().getAnimal("").join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("path parameter id");
            assertThat(server.requests()).isEmpty();
        }
    }

    /** Only a whole segment of dots is a step. */
    @Test
    void dotsWithinAValueAreSent() {
        try (RawServer server = RawServer.playing(RawServer.json(200, "{\"id\":1,\"kind\":\"lion\",\"weight\":1}"));
                ZooClient client = ZooClient.builder().baseUrl(server.url()).build()) {
            client.animals().getAnimal("...");

            assertThat(server.onlyRequest()).startsWith("GET /animals/... HTTP/1.1");
        }
    }

    @Test
    void credentialsAreRefusedWhenTheyAreNull() {
        for (org.assertj.core.api.ThrowableAssert.ThrowingCallable call :
                List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                        () -> Credential.of(null),
                        () -> Credential.from(null),
                        () -> Credential.basic(null, "p"),
                        () -> Credential.basic("u", null),
                        () -> ZooClient.builder().bearer(null),
                        () -> ZooClient.builder().apiKey(null),
                        () -> ZooClient.builder().credential("token", null),
                        () -> ZooClient.builder().header("X-A", null))) {
            assertThatThrownBy(call)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must not be null");
        }
    }
}
