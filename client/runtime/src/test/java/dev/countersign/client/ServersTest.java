package dev.countersign.client;

import static dev.countersign.client.RawServer.http;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sample.zoo.ZooClient;
import sample.zoo.ZooClient.Servers.RealZoo;

/** The servers of the contract (OAS 3.1 sections 4.8.5 and 4.8.6). */
class ServersTest {
    private static String pathOf(RawServer server, ClientBuilder<ZooClient> builder) {
        try (ZooClient client = builder.build()) {
            client.animals().feedAnimal("1");
            return server.onlyRequest().lines().findFirst().orElseThrow();
        }
    }

    @Test
    void areNamedAfterTheirDescriptions() {
        assertThat(ZooClient.Servers.zooNextDoor().url()).isEqualTo("http://localhost:4010");
        assertThat(ZooClient.Servers.realZoo().url()).isEqualTo("https://eu.zoo.invalid:443/v2");
        assertThat(ZooClient.Servers.server().url()).isEqualTo("/v3");
    }

    @Test
    void takeTheirVariablesTyped() {
        Server server = ZooClient.Servers.realZoo()
                .scheme("http")
                .region(RealZoo.Region.US_EAST)
                .port("8080");

        assertThat(server.url()).isEqualTo("http://us-east.zoo.invalid:8080/v2");
        assertThat(server).hasToString("realZoo http://us-east.zoo.invalid:8080/v2");
    }

    @Test
    void areCalled() {
        try (RawServer server = RawServer.playing(http(204, ""))) {
            Server absolute = () -> server.url() + "/v2/";
            assertThat(pathOf(server, ZooClient.builder().server(absolute))).isEqualTo("PUT /v2/animals/1 HTTP/1.1");
        }
    }

    @Test
    void areResolvedAgainstTheBaseUrlWhenRelative() {
        try (RawServer server = RawServer.playing(http(204, ""))) {
            assertThat(pathOf(
                            server,
                            ZooClient.builder().baseUrl(server.url() + "/old").server(ZooClient.Servers.server())))
                    .isEqualTo("PUT /v3/animals/1 HTTP/1.1");
        }
        assertThat(Checks.target(URI.create("http://h/api"), () -> "v4")).isEqualTo(URI.create("http://h/api/v4"));
    }

    @Test
    void sayWhatIsMissingOrWrong() {
        assertThatThrownBy(() ->
                        ZooClient.builder().server(ZooClient.Servers.server()).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the server /v3 is relative; call baseUrl(\"http://localhost:4010\") too,"
                        + " against which it is resolved");
        assertThatThrownBy(() -> ZooClient.builder()
                        .server(ZooClient.Servers.realZoo().port("no port"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the URL of the server is not a URL; give one such as http://localhost:4010");
        ServerTemplate template = ServerTemplate.of(
                "zoo", "https://{region}", new ServerTemplate.Variable("region", "eu", List.of("eu", "us")));
        assertThatThrownBy(() -> template.with("region", "mars"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the variable region of the server zoo must be one of [eu, us]");
        assertThatThrownBy(() -> template.with("planet", "mars"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the server zoo has no variable planet; it has [region]");
    }

    @Test
    void canBeChosenInTheEnvironment() {
        try (RawServer server = RawServer.playing(http(204, ""))) {
            String authority = URI.create(server.url()).getAuthority();
            ServerTemplate template = ServerTemplate.of(
                    "local",
                    "http://{hostPort}/{stage}",
                    new ServerTemplate.Variable("hostPort", "nowhere.invalid", List.of()),
                    new ServerTemplate.Variable("stage", "test", List.of("test", "live")));
            ClientDefaults defaults = new ClientDefaults("BigZoo", "x", Map.of(), List.of(template));
            ClientSettings[] settings = new ClientSettings[1];
            new ClientBuilder<>(defaults, made -> settings[0] = made)
                    .environment(Map.of(
                            "BIG_ZOO_SERVER", "LOCAL",
                            "BIG_ZOO_SERVER_HOST_PORT", authority,
                            "BIG_ZOO_SERVER_STAGE", "live"))
                    .build();

            assertThat(settings[0].baseUrl()).isEqualTo(URI.create(server.url() + "/live"));
        }
        assertThatThrownBy(() -> ZooClient.builder().environment(Map.of("ZOO_SERVER", "moon")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the environment variable ZOO_SERVER must be one of [zooNextDoor, realZoo, server]");
        assertThatThrownBy(() ->
                        ZooClient.builder().environment(Map.of("ZOO_SERVER", "realZoo", "ZOO_SERVER_REGION", "mars")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the environment variable ZOO_SERVER_REGION must be one of [eu, us-east]");
    }

    /** The photos are elsewhere: at the same scheme and port, and in the region of their own, which the other is not. */
    @Test
    void ofAnOperationAreCalledWithItsCredentialsAndTheChoicesMadeForTheClients() {
        try (RawServer photos = RawServer.playing(http(200, "png", "Content-Type: image/png"));
                ZooClient client = ZooClient.builder()
                        .server(ZooClient.Servers.realZoo()
                                .scheme("http")
                                .region(RealZoo.Region.US_EAST)
                                .port(String.valueOf(URI.create(photos.url()).getPort())))
                        .bearer(Credential.of("b"))
                        .build()) {
            client.animals().showPhoto("1");

            assertThat(photos.onlyRequest())
                    .startsWith("GET /eu/store/photos/1 HTTP/1.1\r\n")
                    .contains("Authorization: Bearer b\r\n");
        }
    }

    @Test
    void ofAnOperationAreNotCalledByAClientThatWasSentSomewhereElse() {
        try (RawServer server = RawServer.playing(http(200, "png", "Content-Type: image/png"))) {
            Server own = server::url;
            for (ClientBuilder<ZooClient> builder : List.of(
                    ZooClient.builder().baseUrl(server.url()),
                    ZooClient.builder().server(own),
                    ZooClient.builder().server(ZooClient.Servers.server()).baseUrl(server.url()))) {
                try (ZooClient client = builder.build()) {
                    client.animals().showPhoto("1");
                }
            }
            assertThat(server.requests())
                    .map(request -> request.substring(0, request.indexOf('\r')))
                    .containsExactly("GET /photos/1 HTTP/1.1", "GET /photos/1 HTTP/1.1", "GET /v3/photos/1 HTTP/1.1");
        }
    }

    @Test
    void ofAnOperationMayBeTheClientsOwnOrRelativeToIt() {
        List<ServerTemplate> own =
                List.of(ServerTemplate.of("frames", "/frames"), ServerTemplate.of("v3", "http://h/v3"));

        assertThat(settings(ServerTemplate.of("v2", "http://h/v2")).baseUrlOf(own))
                .isEqualTo(URI.create("http://h/frames"));
        assertThat(settings(ServerTemplate.of("v3", "http://h/v3")).baseUrlOf(own))
                .isEqualTo(URI.create("http://h/v3"));
        assertThat(settings(() -> "http://h/mine").baseUrlOf(own)).isEqualTo(URI.create("http://h/mine"));
    }

    private static ClientSettings settings(Server server) {
        ClientSettings[] settings = new ClientSettings[1];
        new ClientBuilder<>(new ClientDefaults("Zoo", "zoo", Map.of(), List.of()), made -> settings[0] = made)
                .server(server)
                .build();
        return settings[0];
    }
}
