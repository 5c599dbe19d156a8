package dev.countersign.mock.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.Contracts;
import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.state.States;
import dev.countersign.mock.state.resource.ResourceBehaviour;
import dev.countersign.openapi.contract.Contract;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a mock remembers, saved, loaded and cleared over the control API. */
class StateCallsTest {
    private static final String STATE = ControlServer.API + "/state";
    private static final Contract CONTRACT = Contracts.ofPaths("""
            /books/{id}:
              parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
              get:
                responses:
                  '200':
                    description: ''
                    content:
                      application/json:
                        schema: {type: object, required: [id], properties: {id: {type: integer}}}
                        example: {id: 1}
              delete: {responses: {'204': {description: ''}}}
            """);

    private static ControlServer stateful() {
        return ControlServer.of(stateful(CompiledContract.of(CONTRACT)));
    }

    private static Mock stateful(CompiledContract contract) {
        return Mock.of(
                contract,
                MockOptions.DEFAULTS,
                ResourceBehaviour.of(
                        contract.contract(),
                        contract.schemas(),
                        contract.samples(),
                        new States(),
                        Clock.systemUTC(),
                        UUID::randomUUID));
    }

    @Test
    void savesLoadsAndClears() {
        try (ControlServer server = stateful()) {
            assertThat(server.call("GET", "/books/1", "").statusCode()).isEqualTo(200);
            HttpResponse<String> saved = server.call("GET", STATE, "");
            assertThat(saved.body()).isEqualTo("{\"counters\":{},\"collections\":{\"/books\":{\"1\":{\"id\":1}}}}");

            server.call("DELETE", "/books/1", "");
            assertThat(server.call("GET", "/books/1", "").statusCode()).isEqualTo(404);
            assertThat(server.call("PUT", STATE, saved.body()).statusCode()).isEqualTo(204);
            assertThat(server.call("GET", "/books/1", "").statusCode()).isEqualTo(200);

            server.call("DELETE", "/books/1", "");
            assertThat(server.call("DELETE", STATE, "").statusCode()).isEqualTo(204);
            assertThat(server.call("GET", "/books/1", "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void belongsToTheSession() {
        try (ControlServer server = stateful()) {
            server.call("PUT", STATE, "{\"collections\": {\"/books\": {}}}", "Mock-Session", "a");

            assertThat(server.call("GET", "/books/1", "", "Mock-Session", "a").statusCode())
                    .isEqualTo(404);
            assertThat(server.call("GET", "/books/1", "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void isShownWithoutSecrets() {
        CompiledContract contract = CompiledContract.of(Contracts.ofPaths("""
                /users/{id}:
                  parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
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
                                apiToken: {type: string}
                                account: {allOf: [{type: object, properties: {iban: {allOf: [{type: string, x-secret: true}]}, name: {type: string}}}]}
                            example: {id: 1, apiToken: planted, account: {iban: planted, name: Ann}}
                """));
        try (ControlServer server = ControlServer.of(stateful(contract))) {
            assertThat(server.call("GET", "/users/1", "").statusCode()).isEqualTo(200);

            assertThat(server.call("GET", STATE + "/summary", "").body())
                    .isEqualTo("{\"remembers\":true,\"counters\":{},\"collections\":[{\"name\":\"/users\",\"count\":1,"
                            + "\"items\":[{\"key\":\"1\",\"value\":\"{\\\"id\\\":1,\\\"apiToken\\\":\\\"***\\\","
                            + "\\\"account\\\":{\\\"iban\\\":\\\"***\\\",\\\"name\\\":\\\"Ann\\\"}}\"}]}]}");
        }
    }

    @Test
    void isShownAsNothingWhereNothingIsRemembered() {
        try (ControlServer server = ControlServer.of(CONTRACT)) {
            assertThat(server.call("GET", STATE + "/summary", "").body())
                    .isEqualTo("{\"remembers\":false,\"counters\":{},\"collections\":[]}");
        }
    }

    @Test
    void isForgottenWithAReset() {
        try (ControlServer server = stateful()) {
            server.call("DELETE", "/books/1", "");
            server.call("POST", ControlServer.API + "/reset", "");

            assertThat(server.call("GET", "/books/1", "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void isNotThereWhereNothingIsRemembered() {
        try (ControlServer server = ControlServer.of(CONTRACT)) {
            for (String method : new String[] {"GET", "DELETE"}) {
                HttpResponse<String> refused = server.call(method, STATE, "");
                assertThat(refused.statusCode()).isEqualTo(404);
                assertThat(refused.body()).contains("--stateful or --scenario");
            }
            assertThat(server.call("POST", ControlServer.API + "/reset", "").statusCode())
                    .isEqualTo(204);
        }
    }

    @Test
    void whatIsNoStateIsRefused() {
        try (ControlServer server = stateful()) {
            assertThat(server.call("PUT", STATE, "{\"collections\": {\"/books\": []}}")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(server.call("GET", "/books/1", "").statusCode()).isEqualTo(200);
        }
    }
}
