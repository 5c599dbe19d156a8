package dev.countersign.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fetch standard, section 3.2: which pages may read an answer. */
class CorsTest {
    private static final String PAGE = "http://localhost:3000";

    private static HttpHeaders ask(CorsPolicy policy, String method, Header... answered)
            throws IOException, InterruptedException {
        MockResponse answer = new MockResponse(200, List.of(answered), new byte[0]);
        try (MockServer server =
                MockServer.start(request -> answer, ServerSettings.onFreePort().withCors(policy))) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.url()))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .header("Origin", PAGE)
                    .header("Access-Control-Request-Method", "PUT")
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .headers();
        }
    }

    private static void assertGranted(HttpHeaders fields, String origin, boolean credentials) {
        assertThat(fields.firstValue("Access-Control-Allow-Origin")).contains(origin);
        assertThat(fields.firstValue("Access-Control-Allow-Credentials").isPresent())
                .isEqualTo(credentials);
    }

    private static void assertNotGranted(HttpHeaders fields) {
        assertThat(fields.map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    @Test
    void grantsAnyPageAllItHasWhereNothingIsReal() throws IOException, InterruptedException {
        assertGranted(ask(CorsPolicy.ANY_WITH_CREDENTIALS, "GET"), PAGE, true);
        assertGranted(ask(CorsPolicy.ANY_WITH_CREDENTIALS, "OPTIONS"), PAGE, true);
    }

    @Test
    void grantsAnyPageNoCredentialsOfARealServer() throws IOException, InterruptedException {
        assertGranted(ask(CorsPolicy.ANY, "GET"), "*", false);
        assertGranted(ask(CorsPolicy.ANY, "OPTIONS"), "*", false);
    }

    @Test
    void grantsNamedPagesCredentialsAndOthersNothing() throws IOException, InterruptedException {
        assertGranted(ask(CorsPolicy.only(List.of("http://a.test", PAGE)), "GET"), PAGE, true);
        assertGranted(ask(CorsPolicy.only(List.of("http://a.test", PAGE)), "OPTIONS"), PAGE, true);
        assertNotGranted(ask(CorsPolicy.only(List.of("http://a.test")), "GET"));
        assertNotGranted(ask(CorsPolicy.only(List.of("http://a.test")), "OPTIONS"));
    }

    /** The page's origin is http://localhost:3000. */
    @ParameterizedTest
    @CsvSource({
        "http://localhost:*, true",
        "http://*:3000, true",
        "http://local*:3000, true",
        "http://*.localhost:3000, false",
        "https://*:3000, false",
        "http://*, false",
        "http://*host, false",
        "http://localhost.*:3000, false",
    })
    void grantsPagesThatFitAPattern(String pattern, boolean granted) throws IOException, InterruptedException {
        HttpHeaders fields = ask(CorsPolicy.only(List.of(pattern)), "GET");
        if (granted) {
            assertGranted(fields, PAGE, true);
        } else {
            assertNotGranted(fields);
        }
    }

    @Test
    void leavesWhatARealServerGrants() throws IOException, InterruptedException {
        HttpHeaders fields = ask(
                CorsPolicy.ANY,
                "GET",
                new Header("Access-Control-Allow-Origin", "http://real.test"),
                new Header("Access-Control-Allow-Credentials", "true"));

        assertGranted(fields, "http://real.test", true);
        assertNotGranted(ask(CorsPolicy.OFF, "GET"));
    }
}
