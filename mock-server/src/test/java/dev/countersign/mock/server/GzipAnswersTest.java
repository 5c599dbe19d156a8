package dev.countersign.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import dev.countersign.mock.Mock;
import dev.countersign.mock.exchange.MockRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110 sections 8.4, 8.6, 8.8.3.3, 9.3.2, 12.5.3 and 12.5.5, over a real socket. */
class GzipAnswersTest {
    private static final String LONG = "word ".repeat(1_000);
    private static final Mock MOCK = Contracts.mockOfPaths("""
            /long: {get: &long {responses: {'200': {description: '', content: {application/json: {example: {text: '%1$s'}}}}}}}
            /xml: {get: {responses: {'200': {description: '', content: {application/vnd.a+xml: {example: '<a>%1$s</a>'}}}}}}
            /text: {get: {responses: {'200': {description: '', content: {text/csv: {example: '%1$s'}}}}}}
            /generated:
              get:
                responses:
                  '200': {description: '', content: {application/json: {schema: {type: string, minLength: 5000}}}}
            /refused:
              get:
                parameters: [{name: a, in: query, required: true, schema: {type: string}}]
                responses: {'200': {description: ''}, '400': {description: '', content: {text/plain: {example: '%1$s'}}}}
            /short: {get: {responses: {'200': {description: '', content: {application/json: {example: {a: 1}}}}}}}
            /image: {get: {responses: {'200': {description: '', content: {image/png: {example: '%1$s'}}}}}}
            /events: {get: {responses: {'200': {description: '', content: {text/event-stream: {example: 'data: %1$s'}}}}}}
            /tagged:
              get:
                responses:
                  '200':
                    description: ''
                    headers: {ETag: {schema: {type: string}, example: '"1"'}}
                    content: {text/plain: {example: '%1$s'}}
            /weakly:
              get:
                responses:
                  '200':
                    description: ''
                    headers: {ETag: {schema: {type: string}, example: 'W/"1"'}}
                    content: {text/plain: {example: '%1$s'}}
            /digest:
              get:
                responses:
                  '200':
                    description: ''
                    headers: {Content-Digest: {schema: {type: string}, example: 'sha-256=:AAAA:'}}
                    content: {text/plain: {example: '%1$s'}}
            """.formatted(LONG));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static MockServer server;

    @BeforeAll
    static void start() {
        server = MockServer.start(MOCK::answer, ServerSettings.onFreePort());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<byte[]> send(MockServer to, String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(to.url() + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return send(server, "GET", path, headers);
    }

    private static byte[] plain(String path) {
        return MOCK.answer(MockRequest.of("GET", path, List.of(), "")).body();
    }

    private static byte[] unfolded(byte[] body) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }

    private static List<String> all(HttpResponse<?> response, String name) {
        return response.headers().allValues(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/long", "/xml", "/text", "/generated", "/refused", "/weakly"})
    void longTextsComeInGzipToThoseWhoAsk(String path) throws Exception {
        for (int time = 0; time < 2; time++) {
            HttpResponse<byte[]> coded = get(path, "Accept-Encoding", "gzip, br");

            assertThat(all(coded, "Content-Encoding")).containsExactly("gzip");
            assertThat(all(coded, "Vary")).containsExactly("Accept-Encoding");
            assertThat(all(coded, "Content-Length")).containsExactly(Integer.toString(coded.body().length));
            assertThat(coded.body().length).isLessThan(plain(path).length);
            assertThat(unfolded(coded.body())).isEqualTo(plain(path));
        }
    }

    @ParameterizedTest
    @CsvSource({"/long", "/text", "/generated"})
    void theyComePlainToAllOthersWhoLearnThatItVaries(String path) throws Exception {
        assertPlain(get(path), path);
        assertPlain(get(path, "Accept-Encoding", "identity"), path);
        assertPlain(get(path, "Accept-Encoding", "gzip;q=0, *"), path);
    }

    private static void assertPlain(HttpResponse<byte[]> response, String path) {
        assertThat(all(response, "Content-Encoding")).isEmpty();
        assertThat(all(response, "Vary")).containsExactly("Accept-Encoding");
        assertThat(response.body()).isEqualTo(plain(path));
    }

    @Test
    void bothFormsHaveTheSameFieldsOtherwise() throws Exception {
        HttpResponse<byte[]> coded = get("/weakly", "Accept-Encoding", "gzip", "Origin", "http://a.example");

        assertThat(all(coded, "ETag")).containsExactly("W/\"1\"");
        assertThat(all(coded, "Content-Type")).containsExactly("text/plain;charset=utf-8");
        assertThat(all(coded, "Vary")).containsExactly("Accept-Encoding", "Origin");
    }

    @Test
    void headSaysWhatGetDoes() throws Exception {
        HttpResponse<byte[]> get = get("/long", "Accept-Encoding", "gzip");
        HttpResponse<byte[]> head = send(server, "HEAD", "/long", "Accept-Encoding", "gzip");

        assertThat(head.body()).isEmpty();
        assertThat(head.statusCode()).isEqualTo(200);
        for (String name : List.of("Content-Encoding", "Content-Length", "Content-Type", "Vary")) {
            assertThat(all(head, name)).isEqualTo(all(get, name)).isNotEmpty();
        }
    }

    /** A dense body would grow, an event is awaited, and a strong validator is that of one form only. */
    @ParameterizedTest
    @ValueSource(strings = {"/short", "/image", "/events", "/tagged", "/digest"})
    void othersComeAsTheyAre(String path) throws Exception {
        HttpResponse<byte[]> response = get(path, "Accept-Encoding", "gzip");

        assertThat(all(response, "Content-Encoding")).doesNotContain("gzip");
        assertThat(response.body()).isEqualTo(plain(path));
        assertThat(all(response, "Content-Length")).containsExactly(Integer.toString(response.body().length));
    }

    /** Whatever is made for one request is not worth the work. */
    @Test
    void whatIsMadeAnewComesAsItIs() throws Exception {
        HttpResponse<byte[]> response = get("/generated", "Accept-Encoding", "gzip", "Prefer", "dynamic=true");

        assertThat(all(response, "Content-Encoding")).isEmpty();
        assertThat(all(response, "Vary")).isEmpty();
    }

    @Test
    void canBeSwitchedOff() throws Exception {
        try (MockServer without =
                MockServer.start(MOCK::answer, ServerSettings.onFreePort().withGzip(false))) {
            HttpResponse<byte[]> response = send(without, "GET", "/long", "Accept-Encoding", "gzip");

            assertThat(all(response, "Content-Encoding")).isEmpty();
            assertThat(all(response, "Vary")).isEmpty();
            assertThat(response.body()).isEqualTo(plain("/long"));
        }
    }

    @Test
    void isMadeOnce() {
        MockRequest request = MockRequest.of("GET", "/long", List.of(), "");

        byte[] first = MOCK.answer(request).gzip().orElseThrow().bytes();

        assertThat(MOCK.answer(request).gzip().orElseThrow().bytes()).isSameAs(first);
    }
}
