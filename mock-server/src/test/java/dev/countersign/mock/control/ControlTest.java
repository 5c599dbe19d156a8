package dev.countersign.mock.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import dev.countersign.openapi.check.ContractCheck;
import dev.countersign.openapi.contract.Contract;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The control API over a real socket, as {@code control.yaml} describes it. */
class ControlTest {
    private static final Contract CONTRACT = Contracts.ofPaths("""
            /notes/{id}:
              put:
                operationId: writeNote
                summary: Write a note
                parameters:
                - {name: id, in: path, required: true, schema: {type: integer}}
                - {name: apiKey, in: query, schema: {type: string, format: password}}
                requestBody:
                  required: true
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [text]
                        properties:
                          text: {type: string}
                          pin: {type: string, format: password}
                responses:
                  '200':
                    description: ''
                    content:
                      application/json:
                        schema: {type: object, properties: {key: {type: string, x-secret: true}, ok: {type: boolean}}}
                        examples:
                          first: {value: {key: planted-key, ok: true}}
                          second: {value: {key: planted-key, ok: false}}
                  '404': {description: ''}
                  '5XX': {description: ''}
            """);

    private ControlServer server;

    @BeforeEach
    void start() {
        server = ControlServer.of(CONTRACT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> call(String method, String target, String body, String... headers) {
        return server.call(method, target, body, headers);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return ControlServer.json(response);
    }

    private HttpResponse<String> write(String... headers) {
        return call("PUT", "/notes/1", "{\"text\":\"a\"}", headers);
    }

    @Test
    void itsOwnDocumentPassesTheGate() {
        assertThat(ContractCheck.all(ControlDocument.read())).isEmpty();
    }

    @Test
    void listsWhatAnOperationCanBeSwitchedTo() {
        assertThat(call("GET", "/__mock/api/operations", "").body()).isEqualTo("""
                {"title":"Test","version":"1","operations":[{"id":"writeNote","method":"PUT","path":"/notes/{id}",\
                "summary":"Write a note","deprecated":false,"answers":[{"status":"200","examples":["first","second"]},\
                {"status":"404","examples":[]},{"status":"5XX","examples":[]}]}]}""");
    }

    @Test
    void switchesAnOperationToAnErrorAndBack() {
        assertThat(call("PUT", "/__mock/api/operations/writeNote/answer", "{\"status\":\"503\"}")
                        .body())
                .isEqualTo("{\"status\":\"503\"}");
        assertThat(write().statusCode()).isEqualTo(503);
        assertThat(write().statusCode()).isEqualTo(503);
        assertThat(call("DELETE", "/__mock/api/operations/writeNote/answer", "").statusCode())
                .isEqualTo(204);
        assertThat(write().statusCode()).isEqualTo(200);
    }

    @Test
    void switchesForAsManyRequestsAsAsked() {
        call("PUT", "/__mock/api/operations/writeNote/answer", "{\"status\":\"404\",\"times\":2}");
        assertThat(List.of(write().statusCode(), write().statusCode(), write().statusCode()))
                .containsExactly(404, 404, 200);
    }

    @Test
    void takesADelayAndAFaultAsPreferencesWriteThem() {
        String answer = "{\"delay\":\"100ms..2s\",\"fault\":\"wrong-type\",\"times\":3}";
        assertThat(call("PUT", "/__mock/api/operations/writeNote/answer", answer)
                        .body())
                .isEqualTo(answer);
        assertThat(call("PUT", "/__mock/api/operations/writeNote/answer", "{\"fault\":\"melt\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void switchesToAnExample() {
        call("PUT", "/__mock/api/operations/writeNote/answer", "{\"example\":\"second\"}");
        assertThat(json(write()).path("ok").asBoolean()).isFalse();
    }

    @Test
    void leavesAloneWhatARequestAsksForItself() {
        call("PUT", "/__mock/api/operations/writeNote/answer", "{\"status\":\"404\"}");
        assertThat(write("Prefer", "code=500").statusCode()).isEqualTo(500);
    }

    @Test
    void refusesAnswersThatAreNotDocumented() {
        HttpResponse<String> status = call("PUT", "/__mock/api/operations/writeNote/answer", "{\"status\":\"418\"}");
        assertThat(status.statusCode()).isEqualTo(422);
        assertThat(json(status).path("detail").asString())
                .isEqualTo("The operation \"writeNote\" documents no status 418. Documented: 200, 404, 5XX. Set"
                        + " \"undocumented\" to answer so nevertheless.");
        HttpResponse<String> example =
                call("PUT", "/__mock/api/operations/writeNote/answer", "{\"status\":\"200\",\"example\":\"third\"}");
        assertThat(json(example).path("detail").asString())
                .isEqualTo("The operation \"writeNote\" has no example \"third\" there. There are: first, second.");
        assertThat(write().statusCode()).isEqualTo(200);
    }

    @Test
    void checksCallsAgainstItsOwnDocument() {
        HttpResponse<String> refused =
                call("PUT", "/__mock/api/operations/writeNote/answer", "{\"status\":\"4\",\"until\":1}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("/status").contains("until");
    }

    @Test
    void guessesTheOperationThatWasMeant() {
        HttpResponse<String> missing = call("DELETE", "/__mock/api/operations/writeNot/answer", "");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(json(missing).path("detail").asString())
                .isEqualTo("There is no operation \"writeNot\". Did you mean \"writeNote\"?");
    }

    @Test
    void keepsRequestsWithTheReasonsForTheirAnswers() {
        call("PUT", "/notes/1", "{\"text\":1}");
        JsonNode listed =
                json(call("GET", "/__mock/api/requests", "")).path("requests").path(0);
        assertThat(listed.path("operation").asString()).isEqualTo("writeNote");
        assertThat(listed.path("accepted").asBoolean()).isFalse();
        assertThat(listed.path("time").asString()).isEqualTo("2026-01-31T12:00:00Z");
        JsonNode detail =
                json(call("GET", "/__mock/api/requests/" + listed.path("number").asLong(), ""));
        assertThat(detail.path("body").asString()).isEqualTo("{\"text\":1}");
        JsonNode violation = detail.path("violations").path(0);
        assertThat(violation.path("in").asString()).isEqualTo("body");
        assertThat(violation.path("pointer").asString()).isEqualTo("/text");
        assertThat(detail.path("steps").values().stream()
                        .map(step -> step.path("step").asString()))
                .containsExactly("route", "validate", "prefer", "choose");
    }

    @Test
    void showsNoSecretOfAnExchange() {
        call(
                "PUT",
                "/notes/1?apiKey=planted-query",
                "{\"text\":\"shown\",\"pin\":\"planted-pin\"}",
                "Authorization",
                "Bearer planted-token",
                "Cookie",
                "id=planted-cookie",
                "X-Api-Key",
                "planted-header");
        String detail = call("GET", "/__mock/api/requests/1", "").body();
        assertThat(detail).contains("shown").doesNotContain("planted");
        assertThat(json(call("GET", "/__mock/api/requests/1", "")).path("query").asString())
                .isEqualTo("apiKey=***");
    }

    @Test
    void doesNotShowABodyThatCannotBeRead() {
        call("PUT", "/notes/1", "{\"pin\":\"planted");
        assertThat(call("GET", "/__mock/api/requests/1", "").body()).doesNotContain("planted");
    }

    @Test
    void sendsARequestAgainAsItCame() {
        call("PUT", "/notes/1", "{\"text\":\"a\",\"pin\":\"p\"}");
        call("PUT", "/__mock/api/operations/writeNote/answer", "{\"status\":\"404\"}");
        JsonNode again = json(call("POST", "/__mock/api/requests/1/replay", ""));
        assertThat(again.path("number").asLong()).isEqualTo(2);
        assertThat(again.path("status").asInt()).isEqualTo(404);
    }

    @Test
    void waitsForRequestsToCome() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting =
                server.begin("GET", "/__mock/api/requests?operation=writeNote&atLeast=2&within=30000", "");
        write();
        write();
        assertThat(json(waiting.get()).path("requests").size()).isEqualTo(2);
        JsonNode tooFew = json(call("GET", "/__mock/api/requests?operation=writeNote&atLeast=3&within=1", ""));
        assertThat(tooFew.path("requests").size()).isEqualTo(2);
    }

    @Test
    void findsRequestsByOperationStatusAndNumber() {
        write();
        call("GET", "/nowhere", "");
        assertThat(json(call("GET", "/__mock/api/requests?operation=writeNote", ""))
                        .path("requests")
                        .size())
                .isEqualTo(1);
        assertThat(json(call("GET", "/__mock/api/requests?status=404", ""))
                        .path("requests")
                        .size())
                .isEqualTo(1);
        assertThat(json(call("GET", "/__mock/api/requests?after=2", ""))
                        .path("requests")
                        .size())
                .isEqualTo(0);
    }

    @Test
    void keepsSessionsApart() {
        call("PUT", "/__mock/api/operations/writeNote/answer", "{\"status\":\"404\"}", "Mock-Session", "a");
        assertThat(write("Mock-Session", "a").statusCode()).isEqualTo(404);
        assertThat(write("Cookie", "x=1; Mock-Session=a").statusCode()).isEqualTo(404);
        assertThat(write("Mock-Session", "b").statusCode()).isEqualTo(200);
        assertThat(write().statusCode()).isEqualTo(200);
        assertThat(json(call("GET", "/__mock/api/requests", "", "Mock-Session", "a"))
                        .path("requests")
                        .size())
                .isEqualTo(2);
        call("POST", "/__mock/api/reset", "", "Mock-Session", "a");
        assertThat(write("Mock-Session", "a").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsPagesWhatHappens() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.server().port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET /__mock/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader events =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(dataAfter("event: ready", events)).isEqualTo("data: {}");
            write();
            assertThat(dataAfter("event: request", events))
                    .contains("\"operation\":\"writeNote\"")
                    .contains("\"status\":200");
        }
    }

    private static String dataAfter(String event, BufferedReader events) throws IOException {
        String line = events.readLine();
        while (!line.equals(event)) {
            line = events.readLine();
        }
        return events.readLine();
    }

    @Test
    void refusesPagesOfOtherSites() {
        HttpResponse<String> refused = call("GET", "/__mock/api/operations", "", "Origin", "https://elsewhere.example");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Pages of other sites may not give orders to this server.");
        assertThat(call("GET", "/__mock/health", "", "Origin", "https://elsewhere.example")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void servesPagesAndDocument() {
        HttpResponse<String> console = call("GET", "/__mock/", "");
        assertThat(console.body()).contains("<title>Mock console</title>");
        assertThat(console.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(console.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'self'");
        assertThat(json(call("GET", "/__mock/openapi.json", "")).path("paths").has("/notes/{id}"))
                .isTrue();
        assertThat(call("GET", "/__mock/control.yaml", "").statusCode()).isEqualTo(404);
        assertThat(call("GET", "/__mock/..%2fcontrol.yaml", "").statusCode()).isIn(400, 404);
    }
}
