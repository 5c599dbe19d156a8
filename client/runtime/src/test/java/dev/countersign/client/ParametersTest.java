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
import sample.zoo.api.AnimalsApi.ListAnimalsParams;
import sample.zoo.api.AnimalsApi.ListEnclosuresParams;
import sample.zoo.model.Kind;
import sample.zoo.model.ListAnimalsFilter;
import sample.zoo.model.Renewal;

/** Every style of the standard's table (OAS 3.1 section 4.8.12.3), as it goes over the wire. */
class ParametersTest {
    private static String requestOf(ListAnimalsParams params) {
        try (RawServer server = RawServer.playing(json(200, "[]"));
                ZooClient client =
                        ZooClient.builder().baseUrl(server.url() + "/v1/").build()) {
            client.animals().listAnimals(params);
            return server.onlyRequest();
        }
    }

    private static String firstLine(Consumer<ZooClient> call) {
        try (RawServer server = RawServer.playing(http(204, ""));
                ZooClient client = ZooClient.builder().baseUrl(server.url()).build()) {
            call.accept(client);
            return server.onlyRequest().lines().findFirst().orElseThrow();
        }
    }

    private static String queryOf(ListAnimalsParams.Builder params) {
        String line = requestOf(params.build()).lines().findFirst().orElseThrow();
        return line.substring("GET /v1/animals".length(), line.length() - " HTTP/1.1".length());
    }

    @Test
    void sendsNothingThatIsNotGiven() {
        assertThat(queryOf(ListAnimalsParams.builder())).isEmpty();
    }

    @Test
    void writesQueriesInTheirStyles() {
        assertThat(queryOf(ListAnimalsParams.builder().limit(3))).isEqualTo("?limit=3");
        assertThat(queryOf(ListAnimalsParams.builder().kind(List.of(Kind.LION, Kind.of("gnu")))))
                .isEqualTo("?kind=lion&kind=gnu");
        assertThat(queryOf(ListAnimalsParams.builder().color(List.of("blue", "b,c d"))))
                .isEqualTo("?color=blue,b%2Cc%20d");
        assertThat(queryOf(ListAnimalsParams.builder().size(List.of("s", "m")))).isEqualTo("?size=s%7Cm");
        assertThat(queryOf(ListAnimalsParams.builder().food(List.of("hay", "fish"))))
                .isEqualTo("?food=hay%20fish");
        assertThat(queryOf(ListAnimalsParams.builder()
                        .filter(ListAnimalsFilter.builder().age(3).name("a&b").build())))
                .isEqualTo("?filter%5Bage%5D=3&filter%5Bname%5D=a%26b");
        assertThat(queryOf(ListAnimalsParams.builder().where(Map.of("key", "v=1"))))
                .isEqualTo("?key=v%3D1");
        assertThat(queryOf(ListAnimalsParams.builder().redirect("http://a/b?c=d&e")))
                .isEqualTo("?redirect=http://a/b?c%3Dd%26e");
        assertThat(queryOf(ListAnimalsParams.builder().json(Map.of("a", 1L)))).isEqualTo("?json=%7B%22a%22%3A1%7D");
    }

    @Test
    void writesHeadersAndCookies() {
        assertThat(requestOf(ListAnimalsParams.builder()
                        .xTrace(List.of("a", "b{c}"))
                        .session("s 1")
                        .build()))
                .contains("X-Trace: a,b{c}\r\n")
                .contains("Cookie: session=s%201\r\n");
    }

    @Test
    void refusesAHeaderWithALineBreakWithoutRepeatingIt() {
        ListAnimalsParams params = ListAnimalsParams.builder()
                .xTrace(List.of("secret\r\nX-Evil: 1"))
                .build();
        assertThatThrownBy(() -> requestOf(params))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the value of header X-Trace has a character at index 6 that no header can carry: only"
                        + " visible ASCII, spaces and tabs are allowed (RFC 9110 section 5.5)");
    }

    @Test
    void writesPathsInTheirStyles() {
        try (RawServer server = RawServer.playing(http(204, ""));
                ZooClient client = ZooClient.builder().baseUrl(server.url()).build()) {
            client.animals().styles(List.of("a", "b"), List.of("c", "d"), List.of(1, 2), Map.of("k", "v"));

            assertThat(server.onlyRequest()).startsWith("GET /styles/.a.b/;matrix=c;matrix=d/1,2/k=v HTTP/1.1\r\n");
        }
    }

    /** Which OpenAPI 3 has no styles for. */
    @Test
    void writesTheCollectionFormatsOfSwagger() {
        try (RawServer server = RawServer.playing(http(204, ""));
                ZooClient client = ZooClient.builder().baseUrl(server.url()).build()) {
            client.animals()
                    .listEnclosures(
                            List.of("a b", "c"),
                            ListEnclosuresParams.builder()
                                    .marks(List.of("d", "e,f"))
                                    .xMarks(List.of("g", "h"))
                                    .build());

            assertThat(server.onlyRequest())
                    .startsWith("GET /enclosures/a%20b%20c?marks=d%09e%2Cf HTTP/1.1\r\n")
                    .contains("X-Marks: g|h\r\n");
        }
    }

    @Test
    void keepsAValueInsideItsPathSegment() {
        try (RawServer server = RawServer.playing(http(404, ""));
                ZooClient client = ZooClient.builder().baseUrl(server.url()).build()) {
            for (String id : List.of("a/b?c#d%2F", "a/../b", "{id}")) {
                assertThatThrownBy(() -> client.animals().getAnimal(id)).isInstanceOf(ApiException.class);
            }
            assertThat(server.requests())
                    .map(request -> request.lines().findFirst().orElseThrow())
                    .containsExactly(
                            "GET /animals/a%2Fb%3Fc%23d%252F HTTP/1.1",
                            "GET /animals/a%2F..%2Fb HTTP/1.1", "GET /animals/%7Bid%7D HTTP/1.1");
        }
    }

    @Test
    void writesForms() {
        try (RawServer server = RawServer.playing(json(200, "{\"token\":\"t\",\"seconds\":1}"));
                ZooClient client = ZooClient.builder().baseUrl(server.url()).build()) {
            client.keepers()
                    .renew(Renewal.builder()
                            .refresh("a b&c")
                            .scopes(List.of("x", "y"))
                            .build());

            assertThat(server.onlyRequest())
                    .contains("Content-Type: application/x-www-form-urlencoded\r\n")
                    .endsWith("refresh=a%20b%26c&scopes=x&scopes=y");
        }
    }

    /** No fragment travels (RFC 9110 section 4.2.5): with it, authors tell operations of one path apart. */
    @Test
    void ofAPathWithAFragmentGoToThePath() {
        assertThat(firstLine(client -> client.animals().groomAnimal("1", "soft")))
                .isEqualTo("PUT /animals/1?brush=soft HTTP/1.1");
    }

    @Test
    void joinAQueryThatThePathHasAlready() {
        assertThat(firstLine(client -> client.animals().showsOfToday(3)))
                .isEqualTo("GET /shows?today=yes&hour=3 HTTP/1.1");
    }
}
