package dev.countersign.mock.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers for some requests only, several in a row, and with content of their own. */
class SwitchedAnswersTest {
    private ControlServer server;

    @BeforeEach
    void start() {
        server = ControlServer.of(Contracts.ofPaths("""
            /shelves/{shelf}/books:
              post:
                operationId: addBook
                parameters:
                - {name: shelf, in: path, required: true, schema: {type: string}}
                - {name: copies, in: query, schema: {type: integer}}
                - {name: X-Tenant, in: header, schema: {type: string}}
                requestBody:
                  required: true
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [title]
                        properties:
                          title: {type: string}
                          pages: {type: number}
                          authors: {type: array, items: {type: object, properties: {name: {type: string}}}}
                responses:
                  '200':
                    description: ''
                    headers: {X-Left: {schema: {type: integer}}}
                    content:
                      application/json:
                        schema: {type: object, required: [id], properties: {id: {type: integer}}}
                        examples: {added: {value: {id: 1}}, doubled: {value: {id: 2}}}
                  '409':
                    description: ''
                    content:
                      text/plain: {schema: {type: string}, example: there already}
            """));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> answers(String json) {
        return server.call("PUT", ControlServer.API + "/operations/addBook/answers", "{\"answers\":[" + json + "]}");
    }

    private HttpResponse<String> add() {
        return server.call(
                "POST",
                "/shelves/top%20one/books?copies=2",
                "{\"title\":\"Ulysses\",\"pages\":7.0,\"authors\":[{\"name\":\"Joyce\"}]}",
                "X-Tenant",
                "north");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "body|/title|'value': 'Ulysses'|true",
                "body|/title|'value': 'Emma'|false",
                "body|/pages|'value': 7|true",
                "body|/authors/0/name|'pattern': '^J.*e$'|true",
                "body|/authors/1/name|'present': true|false",
                "body|/authors/1/name|'present': false|true",
                "body|/title|'present': false|false",
                "body|/authors/0|'value': {'name': 'Joyce'}|true",
                "query|copies|'value': 2|true",
                "query|copies|'value': '2'|true",
                "query|copies|'pattern': '^[3-9]$'|false",
                "query|other|'present': false|true",
                "header|x-tenant|'value': 'north'|true",
                "header|X-Tenant|'value': 'south'|false",
                "path|shelf|'value': 'top one'|true",
                "path|shelf|'pattern': 'two$'|false"
            })
    void goToRequestsThatHoldWhatIsAskedFor(String in, String at, String what, boolean holds) {
        String condition = "{'in': '" + in + "', 'at': '" + at + "', " + what + "}";
        assertThat(answers(("{'status': '409', 'when': [" + condition + "]}").replace('\'', '"'))
                        .statusCode())
                .isEqualTo(200);
        assertThat(add().statusCode()).isEqualTo(holds ? 409 : 200);
    }

    @Test
    void mustMeetEveryCondition() {
        answers("""
                {"status": "409", "when": [{"in": "path", "at": "shelf"}, {"in": "header", "at": "X-Other"}]}""");
        assertThat(add().statusCode()).isEqualTo(200);
    }

    @Test
    void areGivenInTheirOrderUntilTheyAreUsedUp() {
        answers("""
                {"status": "409", "when": [{"in": "body", "at": "/title", "value": "Emma"}]},
                {"example": "doubled", "times": 2},
                {"status": "409", "times": 1}""");
        assertThat(List.of(add().body(), add().body(), add().statusCode(), add().body()))
                .containsExactly("{\"id\":2}", "{\"id\":2}", 409, "{\"id\":1}");
        assertThat(ControlServer.json(server.call("GET", ControlServer.API + "/operations", ""))
                        .at("/operations/0/switched")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void haveABodyAndHeadersOfTheirOwn() {
        answers("""
                {"body": {"id": 77}, "headers": [{"name": "X-Left", "value": "3"}]}""");
        HttpResponse<String> answer = add();
        assertThat(answer.body()).isEqualTo("{\"id\":77}");
        assertThat(answer.headers().firstValue("X-Left")).contains("3");
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
        answers("{\"status\": \"409\", \"body\": \"said otherwise\"}");
        assertThat(add().body()).isEqualTo("said otherwise");
        assertThat(server.call("GET", ControlServer.API + "/requests/1", "").body())
                .contains("the operation is switched to another answer");
    }

    @Test
    void leaveARefusalAlone() {
        answers("{\"body\": {\"id\": 77}}");
        assertThat(server.call("POST", "/shelves/a/books", "{\"pages\":1}").statusCode())
                .isEqualTo(422);
    }

    @Test
    void leaveAloneWhatARequestAsksForItself() {
        answers("{\"body\": {\"id\": 77}}");
        assertThat(server.call("POST", "/shelves/a/books", "{\"title\":\"a\"}", "Prefer", "example=doubled")
                        .body())
                .isEqualTo("{\"id\":2}");
    }

    @Test
    void areHeldAgainstTheContract() {
        HttpResponse<String> refused = answers("""
                {"body": {"id": "x"}, "headers": [{"name": "X-Left", "value": "many"}]}, {"example": "doubeld"}""");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(ControlServer.json(refused).path("detail").asString())
                .contains("response body /id: ", "response header \"X-Left\": ")
                .contains("has no example \"doubeld\" there. Did you mean \"doubled\"? There are: added, doubled.");
        assertThat(add().body()).isEqualTo("{\"id\":1}");
    }

    @Test
    void mayBeUndocumentedWhereTheCallerSaysSo() {
        answers("{\"status\": \"418\", \"body\": {\"tea\": true}, \"undocumented\": true, \"times\": 2}");
        HttpResponse<String> answer = add();
        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(answer.body()).isEqualTo("{\"tea\":true}");
        assertThat(server.call("POST", "/shelves/a/books", "{}").statusCode()).isEqualTo(418);
        assertThat(add().statusCode()).isEqualTo(200);
    }

    @Test
    void areRefusedWithEveryViolationOfTheControlApisDocument() {
        HttpResponse<String> refused = answers("""
                {"status": "4", "when": [{"in": "cookie", "at": "a"}, {"in": "body", "at": "/a", "pattern": "("}], "until": 1}""");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("/answers/0/status", "/answers/0/when/0/in", "/answers/0/when/1/pattern", "until");
        assertThat(answers("{\"when\": [{\"in\": \"body\", \"at\": \"title\"}]}")
                        .body())
                .contains("One into the body begins with a slash: /title");
    }

    @Test
    void comeAsOftenAsTheyAreToldTo() {
        answers("{\"status\":\"409\",\"rate\":0.5}");
        List<Integer> statuses =
                IntStream.range(0, 100).map(each -> add().statusCode()).boxed().toList();

        // Both at least once; that all hundred are alike happens once in 10^29 times.
        assertThat(statuses).contains(200, 409);
        assertThat(answers("{\"rate\":0}").statusCode()).isEqualTo(422);
    }

    /** The window is longer than the test can be. */
    @Test
    void comeWhenAClientAsksTooMuch() {
        answers("{\"status\":\"409\",\"limit\":\"2/600s\"}");

        assertThat(add().statusCode()).isEqualTo(200);
        assertThat(add().headers().firstValue("RateLimit")).isEmpty();
        HttpResponse<String> refused = add();
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("RateLimit").orElse("")).matches("\"mock\";r=0;t=[1-6][0-9]{0,2}");
        assertThat(refused.headers().firstValue("Retry-After").orElse("")).matches("[1-6][0-9]{0,2}");
        assertThat(answers("{\"status\":\"409\",\"limit\":\"2/600s\",\"times\":3}")
                        .statusCode())
                .isEqualTo(422);
    }
}
