package dev.countersign.mock.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that are looked for and waited for by what they hold, and what is said where others came. */
class ExpectedRequestsTest {
    private ControlServer server;

    @BeforeEach
    void start() {
        server = ControlServer.of(Contracts.ofPaths("""
            /sessions:
              post:
                operationId: logIn
                parameters:
                - {name: device, in: query, schema: {type: string}}
                - {name: X-Api-Key, in: header, schema: {type: string}}
                requestBody:
                  required: true
                  content:
                    application/json:
                      schema:
                        type: object
                        properties:
                          user: {type: string}
                          word: {type: string, format: password}
                          devices: {type: array, items: {type: object, properties: {key: {type: string, x-secret: true}}}}
                responses:
                  '204': {description: ''}
            """));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void logIn(String user) {
        server.call(
                "POST",
                "/sessions?device=phone",
                "{\"user\":\"" + user + "\",\"word\":\"planted-word\",\"devices\":[{\"key\":\"planted-key\"}]}",
                "X-Api-Key",
                "planted-header");
    }

    private HttpResponse<String> expect(String json) {
        return server.call("POST", ControlServer.API + "/requests/expect", json);
    }

    private HttpResponse<String> find(String json) {
        return server.call("POST", ControlServer.API + "/requests/find", json);
    }

    @Test
    void areFoundByWhatTheyHold() {
        logIn("ann");
        logIn("ben");
        HttpResponse<String> found =
                find("{\"operation\":\"logIn\",\"where\":[{\"in\":\"body\",\"at\":\"/user\",\"value\":\"ann\"}]}");
        assertThat(ControlServer.json(found).at("/requests").size()).isEqualTo(1);
        assertThat(ControlServer.json(found).at("/requests/0/number").asInt()).isEqualTo(1);
    }

    @Test
    void areWaitedForByWhatTheyHold() {
        CompletableFuture<HttpResponse<String>> waiting = server.begin(
                "POST",
                ControlServer.API + "/requests/find",
                "{\"where\":[{\"in\":\"body\",\"at\":\"/user\",\"pattern\":\"^b\"}],\"atLeast\":1,\"within\":60000}");
        logIn("ann");
        logIn("ben");
        assertThat(ControlServer.json(waiting.join()).at("/requests/0/number").asInt())
                .isEqualTo(2);
    }

    /** More calls than the server has threads. */
    @Test
    void holdNoThreadWhileTheyAreWaitedFor() {
        List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, 90)
                .mapToObj(i -> server.begin(
                        "POST",
                        ControlServer.API + "/requests/expect",
                        "{\"operation\":\"logIn\",\"count\":1,\"within\":60000}"))
                .toList();
        logIn("ann");
        assertThat(waiting.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .containsOnly(200);
    }

    @Test
    void areAsExpected() {
        logIn("ann");
        logIn("ann");
        assertThat(expect("{\"operation\":\"logIn\",\"count\":2}").statusCode()).isEqualTo(200);
        assertThat(expect("{\"operation\":\"logIn\"}").statusCode()).isEqualTo(200);
        assertThat(expect("{\"operation\":\"logIn\",\"atMost\":1}").statusCode())
                .isEqualTo(409);
        assertThat(expect("{\"operation\":\"logIn\",\"count\":3,\"within\":1}").statusCode())
                .isEqualTo(409);
        assertThat(expect("{\"operation\":\"logIn\",\"after\":2,\"count\":0}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void areComparedWithWhatWasExpected() {
        logIn("ben");
        HttpResponse<String> unmet = expect("""
                {"operation": "logIn", "status": 200, "where": [{"in": "body", "at": "/user", "value": "ann"},
                 {"in": "query", "at": "device", "pattern": "^tab"}, {"in": "body", "at": "/nickname"}]}""");
        assertThat(unmet.statusCode()).isEqualTo(409);
        assertThat(ControlServer.json(unmet).path("detail").asString()).isEqualTo("""
                Expected at least 1 call of logIn (POST /sessions) with body /user = "ann" and query device what fits ^tab \
                and body /nickname anything answered with 200, but there was none.
                These calls came:
                #1 POST /sessions -> 204
                  body /user: expected "ann", was "ben"
                  query device: expected what fits ^tab, was "phone"
                  body /nickname: expected anything, was not there
                  expected to be answered with 200, was with 204""");
        assertThat(ControlServer.json(unmet).path("found").asInt(-1)).isZero();
        assertThat(ControlServer.json(unmet).at("/calls/0/differences").size()).isEqualTo(4);
    }

    @Test
    void repeatNoSecret() {
        logIn("ann");
        HttpResponse<String> unmet = expect("""
                {"operation": "logIn", "where": [{"in": "body", "at": "/word", "value": "planted-other"},
                 {"in": "body", "at": "/devices/0/key", "value": "planted-third"}, {"in": "header", "at": "X-Api-Key", "value": "planted-4"},
                 {"in": "body", "at": "/devices", "value": []}, {"in": "body", "at": "", "pattern": "planted-5"}]}""");
        assertThat(unmet.statusCode()).isEqualTo(409);
        assertThat(unmet.body())
                .contains("body /word: expected a value (not shown)")
                .doesNotContain("planted");
    }

    @Test
    void mustBeOfAnOperationThatThereIs() {
        assertThat(ControlServer.json(expect("{\"operation\":\"login\"}"))
                        .path("detail")
                        .asString())
                .isEqualTo("There is no operation \"login\". Did you mean \"logIn\"?");
        assertThat(find("{\"operation\":\"login\"}").statusCode()).isEqualTo(422);
        assertThat(server.call("GET", ControlServer.API + "/requests?operation=login", "")
                        .statusCode())
                .isEqualTo(422);
        assertThat(expect("{\"operation\":\"logIn\",\"atLeast\":2,\"atMost\":1}")
                        .body())
                .contains("No number is at least 2 and at most 1.");
    }
}
