package dev.countersign.client;

import static dev.countersign.client.RawServer.http;
import static dev.countersign.client.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import sample.zoo.ZooClient;
import sample.zoo.model.Login;
import sample.zoo.model.Renewal;

/** Which credentials a call shows (OAS 3.1 section 4.8.30). */
class CredentialsTest {
    private static final String CLASH = "PUT /keepers/safe asks for password and token at once, and both are the header"
            + " Authorization, of which a request has one; give the client a credential for one of them only";

    @Test
    void areShownToEachOperationAsItsContractAsks() {
        try (RawServer server = RawServer.playing(
                        json(200, "{\"token\":\"t\",\"seconds\":1}"),
                        json(200, "{\"token\":\"t\",\"seconds\":1}"),
                        http(204, ""));
                ZooClient client = ZooClient.builder()
                        .baseUrl(server.url())
                        .bearer(Credential.of("b"))
                        .apiKey(Credential.of("k"))
                        .basic("user", "pass")
                        .build()) {
            client.keepers().login(Login.builder().user("u").password("p").build());
            client.keepers().renew(Renewal.builder().refresh("r").build());
            client.animals().styles(List.of("a"), List.of("b"), List.of(1), Map.of("k", "v"));
            client.animals().feedAnimal("1");

            assertThat(server.requests().get(0)).doesNotContain("Authorization");
            assertThat(server.requests().get(1)).contains("Authorization: Basic dXNlcjpwYXNz\r\n");
            assertThat(server.requests().get(2)).contains("?api_key=k HTTP/1.1").doesNotContain("Authorization");
            assertThat(server.requests().get(3)).contains("Authorization: Bearer b\r\n");
        }
    }

    /** The certificate is shown by TLS, and a digest by code that can compute one; the key is ours to show. */
    @Test
    void areShownBesideWhatNoRequestShows() {
        assertThat(sent(
                        ZooClient.builder().credential("tag", Credential.of("t")),
                        client -> client.keepers().lookIntoSafe()))
                .contains("X-Tag: t\r\n");
        assertThat(sent(
                        ZooClient.builder().credential("ticket", Credential.of("t")),
                        client -> client.keepers().lookIntoSafe()))
                .contains("Cookie: ticket=t\r\n");
    }

    @Test
    void areNotAskedForWhereOneWouldHideTheOther() {
        ClientBuilder<ZooClient> builder =
                ZooClient.builder().bearer(Credential.of("b")).basic("user", "pass");
        try (RawServer server = RawServer.playing(http(204, ""));
                ZooClient client = builder.baseUrl(server.url()).build()) {
            assertThatThrownBy(() -> client.keepers().lockSafe())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(CLASH);
            assertThatThrownBy(() -> client.async().keepers().lockSafe().join())
                    .hasCauseInstanceOf(IllegalStateException.class)
                    .hasMessageEndingWith(CLASH);
            assertThat(server.requests()).isEmpty();
        }
        assertThat(sent(
                        ZooClient.builder().bearer(Credential.of("b")),
                        client -> client.keepers().lockSafe()))
                .doesNotContain("Authorization");
    }

    @Test
    void areShownWhereTheContractDemandsNoneButTakesThem() {
        ClientBuilder<ZooClient> all = ZooClient.builder()
                .bearer(Credential.of("b"))
                .basic("user", "pass")
                .credential("tag", Credential.of("t"));

        assertThat(sent(all, client -> client.keepers().emptySafe()))
                .contains("X-Tag: t\r\n")
                .doesNotContain("Authorization");
        assertThat(sent(ZooClient.builder(), client -> client.keepers().emptySafe()))
                .startsWith("DELETE /keepers/safe HTTP/1.1\r\n");
    }

    private static String sent(ClientBuilder<ZooClient> builder, Consumer<ZooClient> call) {
        try (RawServer server = RawServer.playing(http(204, ""));
                ZooClient client = builder.baseUrl(server.url()).build()) {
            call.accept(client);
            return server.onlyRequest();
        }
    }

    @Test
    void areRefusedForASchemeThatTheContractDoesNotHave() {
        assertThatThrownBy(() -> ZooClient.builder().credential("nope", Credential.of("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the contract has no security scheme called nope; it has [");
    }
}
