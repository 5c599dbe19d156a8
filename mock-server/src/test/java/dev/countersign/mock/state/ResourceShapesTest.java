package dev.countersign.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.Contracts;
import dev.countersign.mock.state.resource.ResourceBehaviour;
import dev.countersign.openapi.contract.Contract;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Which paths are stores, and what their answers look like. */
class ResourceShapesTest {
    /** A collection with an item of these properties, whose variable and bodies are given. */
    private static Contract notes(String variable, String schema, String properties, String list, String example) {
        return Contracts.ofPaths(
                """
                /notes/:
                  get:
                    parameters:
                    - {name: page, in: query, schema: {type: integer}}
                    - {name: page_size, in: query, schema: {type: integer}}
                    responses: {'200': {description: '', content: {application/json: {schema: %s, example: %s}}}}
                  post:
                    requestBody:
                      content: {application/json: {schema: {type: object, properties: {text: {type: string}}}}}
                    responses:
                      '201':
                        description: ''
                        headers: {Location: {schema: {type: string}}}
                        content: {application/json: {schema: %s}}
                /notes/{%s}/:
                  parameters: [{name: %s, in: path, required: true, schema: %s}]
                  get:
                    responses: {'200': {description: '', content: {application/json: {schema: %s}}}}
                """.formatted(list, example, item(properties), variable, variable, schema, item(properties)));
    }

    private static String item(String properties) {
        return "{type: object, required: [text], properties: {text: {type: string}, " + properties + "}}";
    }

    private static String array(String properties) {
        return "{type: array, items: " + item(properties) + "}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id | {type: integer} | id: {type: integer} | {id: 4, text: a} | 4 | 5",
                "noteId | {type: integer} | id: {type: integer} | {id: 4, text: a} | 4 | 5",
                "note_id | {type: string} | noteId: {type: string} | {noteId: '9', text: a} | 9 | 10",
                "note-id | {type: string} | note_id: {type: string} | {note_id: '9', text: a} | 9 | 10",
                "number | {type: integer} | number: {type: integer}, id: {type: string} | {number: 3, id: x, text: a} | 3 | 4",
                "key | {type: string} | id: {type: string, pattern: '^[0-9]{3}$'} | {id: '007', text: a} | 007 | ",
            })
    void theVariableNamesTheProperty(
            String variable, String schema, String properties, String seed, String first, String next) {
        Contract contract = notes(variable, schema, properties, array(properties), "[" + seed + "]");
        try (StatefulServer server = new StatefulServer(contract)) {
            assertThat(server.json("/notes/" + first + "/").path("text").asString())
                    .isEqualTo("a");

            HttpResponse<String> created = server.send("POST", "/notes/", "{\"text\": \"b\"}");
            String location = created.headers().firstValue("Location").orElseThrow();
            assertThat(location).matches(next == null ? "/notes/[0-9]{3}/" : "/notes/" + next + "/");
            assertThat(server.json(location)).isEqualTo(StatefulServer.json(created));
        }
    }

    @Test
    void anItemWithoutAnIdHasItsKeyInThePathAlone() {
        Contract contract = notes("id", "{type: integer}", "more: {type: boolean}", array("more: {}"), "[{text: a}]");
        try (StatefulServer server = new StatefulServer(contract)) {
            assertThat(server.get("/notes/1/").body()).isEqualTo("{\"text\":\"a\"}");
            server.send("POST", "/notes/", "{\"text\": \"b\"}");
            assertThat(server.json("/notes/2/").path("text").asString()).isEqualTo("b");
        }
    }

    @Test
    void wrappersTellOfTheirPage() {
        String list = """
                {type: object, properties: {data: {type: object, properties: {notes: %s}},
                meta: {type: object, properties: {page: {type: integer}, total_pages: {type: integer}, count: {type: integer}}},
                next: {type: [string, 'null']}, tags: {type: array, items: {type: string}}}}
                """.replace('\n', ' ').formatted(array("id: {type: integer}"));
        String example = "{data: {notes: [{id: 1, text: a}, {id: 2, text: b}, {id: 3, text: c}]},"
                + " meta: {page: 5, total_pages: 5, count: 5}, next: 'https://api.example/notes/?page=9', tags: [x]}";
        Contract contract = notes("id", "{type: integer}", "id: {type: integer}", list, example);
        try (StatefulServer server = new StatefulServer(contract)) {
            JsonNode first = server.json("/notes/?page=1&page_size=2");
            assertThat(first.path("data").path("notes").size()).isEqualTo(2);
            assertThat(first.path("meta").toString()).isEqualTo("{\"page\":1,\"total_pages\":2,\"count\":3}");
            assertThat(first.path("next").asString()).isEqualTo("https://api.example/notes/?page_size=2&page=2");
            assertThat(first.path("tags").toString()).isEqualTo("[\"x\"]");

            JsonNode last = server.json("/notes/?page=2&page_size=2");
            assertThat(last.path("data").path("notes").toString()).isEqualTo("[{\"id\":3,\"text\":\"c\"}]");
            assertThat(last.path("next").isNull()).isTrue();
        }
    }

    @Test
    void anItemMayBeWrapped() {
        try (StatefulServer server = new StatefulServer(cats())) {
            assertThat(server.send("PATCH", "/cats/tom", "{\"age\": 4}").statusCode())
                    .isEqualTo(204);
            assertThat(server.get("/cats/tom").body()).isEqualTo("{\"ok\":true,\"data\":{\"id\":\"tom\",\"age\":4}}");
        }
    }

    private static Contract cats() {
        return Contracts.ofPaths("""
                /cats/{id}:
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  get:
                    responses:
                      '200':
                        description: ''
                        content:
                          application/json:
                            schema:
                              type: object
                              required: [data, ok]
                              properties:
                                ok: {type: boolean}
                                data: {type: object, properties: {id: {type: string}, age: {type: integer}}}
                            example: {ok: true, data: {id: tom, age: 3}}
                  patch:
                    requestBody: {content: {application/json: {schema: {type: object}}}}
                    responses: {'204': {description: ''}}
                """);
    }

    @Test
    void operationsThatAreNoResourcesAnswerAsDocumented() {
        Contract contract = Contracts.ofPaths("""
                /signIn:
                  post:
                    requestBody: {content: {application/json: {schema: {type: object}}}}
                    responses: {'200': {description: '', content: {application/json: {example: {token: t}}}}}
                /reports/{year}/summary:
                  parameters: [{name: year, in: path, required: true, schema: {type: integer}}]
                  get: {responses: {'200': {description: '', content: {text/plain: {example: none}}}}}
                /files/{name}:
                  parameters: [{name: name, in: path, required: true, schema: {type: string}}]
                  get: {responses: {'200': {description: '', content: {text/plain: {example: text}}}}}
                """);
        try (StatefulServer server = new StatefulServer(contract)) {
            assertThat(server.send("POST", "/signIn", "{}").body()).isEqualTo("{\"token\":\"t\"}");
            assertThat(server.get("/reports/2026/summary").body()).isEqualTo("none");
            assertThat(server.get("/files/any").body()).isEqualTo("text");
        }
        CompiledContract compiled = CompiledContract.of(contract);
        assertThat(ResourceBehaviour.of(
                                contract,
                                compiled.schemas(),
                                compiled.samples(),
                                new States(),
                                () -> StatefulServer.NOW,
                                UUID::randomUUID)
                        .collections())
                .isEmpty();
    }

    private static final String PETS = """
            /pet:
              put:
                requestBody: {content: {application/json: {schema: {$ref: '#/paths/~1pet~1{petId}/get/responses/200/content/application~1json/schema'}}}}
                responses:
                  '200': {description: '', content: {application/json: {schema: {$ref: '#/paths/~1pet~1{petId}/get/responses/200/content/application~1json/schema'}}}}
                  '404': {description: ''}
              post:
                requestBody: {content: {application/json: {schema: {$ref: '#/paths/~1pet~1{petId}/get/responses/200/content/application~1json/schema'}}}}
                responses:
                  '200': {description: '', content: {application/json: {schema: {$ref: '#/paths/~1pet~1{petId}/get/responses/200/content/application~1json/schema'}}}}
            /pet/findByStatus:
              get:
                parameters: [{name: status, in: query, schema: {type: string}}, {name: tags, in: query, schema: {type: string}}]
                responses: {'200': {description: '', content: {application/json: {schema: {type: array, items: {$ref: '#/paths/~1pet~1{petId}/get/responses/200/content/application~1json/schema'}}}}}}
            /pet/featured:
              get:
                responses: {'200': {description: '', content: {application/json: {schema: {type: array, items: {$ref: '#/paths/~1pet~1{petId}/get/responses/200/content/application~1json/schema'}}, example: [{id: 77}]}}}}
            /pet/{petId}:
              parameters: [{name: petId, in: path, required: true, schema: {type: integer}}]
              get:
                responses:
                  '200':
                    description: ''
                    content:
                      application/json:
                        schema:
                          type: object
                          properties:
                            id: {type: integer}
                            name: {type: string}
                            status: {type: string}
                            tags: {type: array, items: {type: object, properties: {name: {type: string}}}}
                        example: {id: 10, name: Rex, status: sold, tags: [{name: big}]}
                  '404': {description: ''}
              delete: {responses: {'400': {description: ''}}}
            """;

    @Test
    void anItemMayNameItselfAndBeFoundBeside() {
        try (StatefulServer server = new StatefulServer(Contracts.ofPaths(PETS))) {
            server.send("POST", "/pet", "{\"name\": \"Tom\", \"status\": \"free\"}");
            assertThat(server.send("PUT", "/pet", "{\"id\": 11, \"name\": \"Tim\", \"status\": \"free\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.json("/pet/11").path("name").asString()).isEqualTo("Tim");
            assertThat(server.send("PUT", "/pet", "{\"id\": 12}").statusCode()).isEqualTo(404);

            assertThat(server.json("/pet/findByStatus?status=free").toString())
                    .isEqualTo("[{\"id\":11,\"name\":\"Tim\",\"status\":\"free\"}]");
            assertThat(server.json("/pet/findByStatus?tags=big")
                            .get(0)
                            .path("id")
                            .asInt())
                    .isEqualTo(10);
            assertThat(server.json("/pet/findByStatus").size()).isEqualTo(2);
            assertThat(server.get("/pet/featured").body()).isEqualTo("[{\"id\":77}]");
        }
    }

    @Test
    void aChangeWithoutADocumentedSuccessIsMadeAllTheSame() {
        try (StatefulServer server = new StatefulServer(Contracts.ofPaths(PETS))) {
            assertThat(server.send("DELETE", "/pet/10", "").statusCode()).isEqualTo(204);
            assertThat(server.get("/pet/10").statusCode()).isEqualTo(404);
        }
    }
}
