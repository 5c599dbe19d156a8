package dev.countersign.mock.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.mock.Contracts;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.ContractException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the rules of a scenario can say, with jobs that are worked off. */
class ScenarioTest {
    private static final Contract JOBS = Contracts.ofPaths("""
            /jobs:
              post:
                operationId: startJob
                parameters:
                - {name: X-Team, in: header, schema: {type: string}}
                requestBody:
                  required: true
                  content: {application/json: {schema: {type: object, properties: {name: {type: string}, size: {type: integer}}}}}
                responses:
                  '201':
                    description: ''
                    headers: {Location: {schema: {type: string}}}
                    content:
                      application/json:
                        schema: {$ref: '#/paths/~1jobs~1{id}/get/responses/200/content/application~1json/schema'}
                        examples:
                          started: {value: {id: j1, status: pending, name: Import}}
                  '409': {description: '', content: {application/json: {example: {error: busy}}}}
            /jobs/{id}:
              get:
                operationId: getJob
                parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
                - {name: detail, in: query, schema: {type: string}}
                responses:
                  '200':
                    description: ''
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [id, status]
                          properties:
                            id: {type: string}
                            status: {enum: [pending, running, done]}
                            name: {type: string, maxLength: 40}
                            progress: {type: integer}
                            at: {type: string, format: date-time}
                        examples:
                          pending: {value: {id: j1, status: pending}}
                          done: {value: {id: j1, status: done}}
            """);

    private static StatefulServer serve(String rules) {
        return new StatefulServer(JOBS, rules);
    }

    private static JsonNode start(StatefulServer server, String body, String... headers) {
        return StatefulServer.json(server.send("POST", "/jobs", body, headers));
    }

    @Test
    void goesFromStateToState() {
        String rules = """
                state: idle
                rules:
                - {on: startJob, in: idle, answer: {status: 201}, then: {state: pending}}
                - {on: startJob, answer: {status: 409}}
                - {on: getJob, in: pending, answer: {example: pending}, then: {state: finished}}
                - {on: 'GET /jobs/{id}', in: [finished], answer: {example: done}, then: {state: idle}}
                """;
        try (StatefulServer server = serve(rules)) {
            assertThat(server.send("POST", "/jobs", "{}").statusCode()).isEqualTo(201);
            assertThat(server.send("POST", "/jobs", "{}").statusCode()).isEqualTo(409);
            assertThat(server.json("/jobs/j1").path("status").asString()).isEqualTo("pending");
            assertThat(server.json("/jobs/j1").path("status").asString()).isEqualTo("done");
            assertThat(server.send("POST", "/jobs", "{}").statusCode()).isEqualTo(201);
        }
    }

    @Test
    void storesAndFindsItems() {
        String rules = """
                collections: {jobs: {items: [{id: old, status: done, polls: 0}]}}
                rules:
                - on: startJob
                  let: {id: '{$uuid}'}
                  answer:
                    status: 201
                    example: started
                    with: {/id: '{$id}', /name: '{$request.body#/name}', /at: '{$time+60}'}
                    headers: {Location: '/jobs/{$id}', X-Number: '{$counter.jobs}'}
                  then:
                    store: {jobs: {id: '{$id}', status: running, name: '{$request.body#/name}', polls: 0}}
                - on: getJob
                  find: {job: {in: jobs, where: {id: '{$request.path.id}', polls: {below: 2}}}}
                  answer: {status: 200, body: {id: '{$job#/id}', status: '{$job#/status}', progress: '{$job#/polls}'}}
                  then: {increase: {job: {polls: 1}}}
                - on: getJob
                  find: {job: {in: jobs, where: {id: '{$request.path.id}'}}}
                  answer: {status: 200, body: {id: '{$job#/id}', status: done, name: 'Job {$job#/name} ({$job#/polls})'}}
                  then: {remove: {jobs: {id: '{$job#/id}'}}}
                """;
        try (StatefulServer server = serve(rules)) {
            HttpResponse<String> started = server.send("POST", "/jobs", "{\"name\": \"Copy\"}");
            String id = StatefulServer.json(started).path("id").asString();
            assertThat(UUID.fromString(id).toString()).isEqualTo(id);
            assertThat(StatefulServer.json(started).path("name").asString()).isEqualTo("Copy");
            assertThat(StatefulServer.json(started).path("at").asString()).isEqualTo("2026-03-01T12:01:00Z");
            assertThat(started.headers().firstValue("Location")).contains("/jobs/" + id);
            assertThat(started.headers().firstValue("X-Number")).contains("1");
            assertThat(server.send("POST", "/jobs", "{}").headers().firstValue("X-Number"))
                    .contains("2");

            assertThat(server.get("/jobs/" + id).body())
                    .isEqualTo("{\"id\":\"" + id + "\",\"status\":\"running\",\"progress\":0}");
            assertThat(server.json("/jobs/" + id).path("progress").asInt()).isEqualTo(1);
            assertThat(server.json("/jobs/" + id).path("name").asString()).isEqualTo("Job Copy (2)");
            assertThat(server.get("/jobs/old").body()).isEqualTo("{\"id\":\"old\",\"status\":\"done\",\"progress\":0}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$request.body#/name: Copy | 201",
                "$request.body#/name: Other | 409",
                "$request.body#/size: 3 | 201",
                "$request.body#/size: 3.0 | 201",
                "$request.body#/size: '3' | 201",
                "$request.body#/size: {atLeast: 3} | 201",
                "$request.body#/size: {below: 3} | 409",
                "$request.body#/size: {atLeast: 2, below: 10} | 201",
                "$request.body#/name: {pattern: '^C.*y$'} | 201",
                "$request.body#/name: {pattern: '^X'} | 409",
                "$request.body#/name: {not: Copy} | 409",
                "$request.body#/name: {oneOf: [A, Copy]} | 201",
                "$request.body#/none: {present: false} | 201",
                "$request.body#/name: {present: false} | 409",
                "$request.body#/none: '{$request.body#/missing}' | 409",
                "$request.body: {equals: {name: Copy, size: 3}} | 201",
                "$request.header.X-Team: red | 201",
                "$request.header.x-team: blue | 409",
                "$method: POST | 201",
                "$url: /jobs | 201",
                "$request.bearer#/sub: {present: true} | 409",
            })
    void looksAtTheRequest(String condition, int status) {
        String rules =
                "rules: [{on: startJob, when: {%s}, answer: {status: 201}}, {on: startJob, answer: {status: 409}}]"
                        .formatted(condition);
        try (StatefulServer server = serve(rules)) {
            assertThat(server.send("POST", "/jobs", "{\"name\": \"Copy\", \"size\": 3}", "X-Team", "red")
                            .statusCode())
                    .isEqualTo(status);
        }
    }

    @Test
    void knowsItsOwnTokensWhileTheyLast() {
        String rules = """
                tokens: {access: {lifetime: 60, claims: {sub: '{$request.body#/name}'}}}
                keySet: /keys
                rules:
                - {on: startJob, answer: {status: 201, with: {/id: '{$token.access}'}}}
                - {on: getJob, when: {$request.bearer#/sub: Copy}, answer: {example: done}}
                - {on: getJob, answer: {example: pending}}
                """;
        try (StatefulServer server = serve(rules)) {
            String token = start(server, "{\"name\": \"Copy\"}").path("id").asString();
            String other = start(server, "{\"name\": \"Other\"}").path("id").asString();

            assertThat(server.get("/jobs/1", "Authorization", "Bearer " + token).body())
                    .contains("done");
            assertThat(server.get("/jobs/1", "Authorization", "Bearer " + other).body())
                    .contains("pending");
            assertThat(server.get("/jobs/1", "Authorization", "Bearer " + token + "x")
                            .body())
                    .contains("pending");
            server.pass(Duration.ofSeconds(61));
            assertThat(server.get("/jobs/1", "Authorization", "Bearer " + token).body())
                    .contains("pending");
            assertThat(server.json("/keys").path("keys").size()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{$uuid}",
                "{$request.body}",
                "<script>alert(1)</script>",
                "${7*7}",
                "{{7*7}}",
                "\\u0000\\r\\n",
                "'\\\"; --"
            })
    void whatARequestHoldsIsNothingButText(String payload) {
        String rules = """
                collections: {jobs: {}}
                rules:
                - on: startJob
                  answer:
                    status: 201
                    with: {/name: 'Hi {$request.body#/name}', /id: '{$request.header.X-Team}'}
                    headers: {X-Echo: '{$request.body#/name}'}
                  then: {store: {jobs: {id: a, name: '{$request.body#/name}'}}}
                - on: getJob
                  find: {job: {in: jobs}}
                  answer: {status: 200, with: {/name: '{$job#/name}'}}
                """;
        try (StatefulServer server = serve(rules)) {
            HttpResponse<String> answer =
                    server.send("POST", "/jobs", "{\"name\": \"" + payload + "\"}", "X-Team", "{$now}");
            String sent = JsonMapper.shared().readTree("\"" + payload + "\"").asString();
            assertThat(StatefulServer.json(answer).path("name").asString()).isEqualTo("Hi " + sent);
            assertThat(StatefulServer.json(answer).path("id").asString()).isEqualTo("{$now}");
            assertThat(answer.headers().firstValue("X-Echo").orElse("")).doesNotContain("\r", "\n");
            assertThat(answer.headers().map()).doesNotContainKey("injected");
            assertThat(server.json("/jobs/a").path("name").asString()).isEqualTo(sent);
        }
    }

    @Test
    void whatDoesNotFitIsNotSentAndLeavesNothingBehind() {
        String rules = """
                rules:
                - {on: getJob, in: start, answer: {status: 200, body: {id: a, status: broken}}, then: {state: other}}
                - {on: getJob, in: other, answer: {example: done}}
                """;
        try (StatefulServer server = serve(rules)) {
            HttpResponse<String> answer = server.get("/jobs/a");
            assertThat(StatefulServer.json(answer).path("status").asString()).isEqualTo("pending");
            assertThat(answer.headers().firstValue(StatefulAnswer.UNUSED).orElse(""))
                    .startsWith("/status must be one of");
            assertThat(server.json("/jobs/a").path("status").asString()).isEqualTo("pending");
        }
    }

    @Test
    void whatNoRuleIsForAnswersAsDocumented() {
        try (StatefulServer server =
                serve("rules: [{on: getJob, when: {$request.query.detail: full}, answer: {example: done}}]")) {
            assertThat(server.json("/jobs/j1").path("status").asString()).isEqualTo("pending");
            assertThat(server.json("/jobs/j1?detail=full").path("status").asString())
                    .isEqualTo("done");
            assertThat(server.get("/jobs/j1?detail=full", "Prefer", "example=pending")
                            .body())
                    .contains("pending");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules: [{on: getJbo}] | 1 | There is no operation \"getJbo\". Did you mean \"getJob\"?",
                "rules: [{on: getJob, answer: {example: don}}] | 1 | There is no example of getJob \"don\". There are: done, pending.",
                "rules: [{on: getJob, answer: {status: 404}}] | 1 | There is no documented status of getJob \"404\". There are: 200.",
                "rules: [{on: getJob, in: strat}] | 1 | There is no state \"strat\". Did you mean \"start\"?",
                "rules: [{on: getJob, when: {$request.query.detial: a}}] | 1 | There is no query parameter \"detial\". Did you mean \"detail\"?",
                "rules: [{on: getJob, when: {$request.path.di: a}}] | 1 | There is no variable of the path \"di\". There are: id.",
                "rules: [{on: getJob, find: {a: {in: jobs}}}] | 1 | There is no collection \"jobs\". There is none.",
                "rules: [{on: getJob, answer: {with: {/a: '{$token.access}'}}}] | 1 | There is no token \"access\". There is none.",
                "rules: [{on: getJob, answer: {with: {/a: '{$uiid}'}}}] | 1 | There is no expression \"$uiid\". Did you mean \"$uuid\"?",
                "rules: [{on: getJob, answer: {with: {/a: '{$now'}}}] | 1 | An expression has no end. Close it with a brace.",
                "rules: [{on: getJob, when: {$request.body#name: a}}] | 1 | \"name\" is no JSON pointer. Write $request.body#/name.",
                "rules: [{on: getJob, then: {change: {job: {a: 1}}}}] | 1 | There is no found item \"job\". There is none.",
                "rules: [{on: getJob, when: {$url: {pattern: '('}}}] | 1 | This is no regular expression that can be used.",
                "rules: [{on: getJob, anwser: {}}] | 1 | Did you mean \"answer\"?",
                "rules: [{}] | 1 | \"on\" ",
                "rules: {} | 1 | \"rules\" must be an array",
                "rules: [ | 1 | The file is not valid YAML",
            })
    void saysWhatIsWrongAndWhere(String scenario, int line, String message) {
        assertThatThrownBy(() -> serve("\n" + scenario).close())
                .isInstanceOf(ContractException.class)
                .message()
                .startsWith("test.scenario.yaml:")
                .contains(message)
                .doesNotContain("Exception");
    }

    @Test
    void namesEveryFaultWithItsLine() {
        String rules = """
                rules:
                - on: getJob
                  answer:
                    example: non
                - on: startJob
                  in: nowhere
                """;

        assertThatThrownBy(() -> serve(rules).close())
                .message()
                .hasLineCount(2)
                .contains("test.scenario.yaml:4 (/rules/0/answer/example): error: ")
                .contains("test.scenario.yaml:6 (/rules/1/in): error: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"a\": 1}",
                "{\"state\": 1}",
                "{\"counters\": {\"a\": \"b\"}}",
                "{\"collections\": {\"a\": []}}"
            })
    void whatIsNoStateIsNotLoaded(String saved) {
        States states = new States();
        assertThat(states.load("a", JsonNodeFactory.instance.objectNode().put("state", "kept")))
                .isEmpty();

        JsonNode wrong = JsonMapper.shared().readTree(saved);
        assertThat(states.load("a", wrong)).isPresent();
        assertThat(states.save("a").path("state").asString()).isEqualTo("kept");
    }
}
