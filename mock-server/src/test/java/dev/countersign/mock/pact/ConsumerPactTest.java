package dev.countersign.mock.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.mock.Contracts;
import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What of a consumer's exchanges becomes a promise, and what of a request is written down. */
class ConsumerPactTest {
    private static final Mock MOCK = Mock.compile(Contracts.parse("""
            openapi: 3.1.0
            info: {title: The Stock API, version: '1'}
            servers: [{url: 'https://stock.example.com/v2'}]
            components:
              securitySchemes:
                token: {type: http, scheme: bearer}
                key: {type: apiKey, in: query, name: api_key}
            paths:
              /shelves/{shelf}/goods/{code}:
                put:
                  operationId: storeGoods
                  security: [{token: [], key: []}]
                  parameters:
                  - {name: shelf, in: path, required: true, schema: {type: string}}
                  - {name: code, in: path, required: true, schema: {type: string, x-secret: true, examples: [open sesame]}}
                  - {name: tag, in: query, schema: {type: array, items: {type: string}}}
                  - {name: X-Tenant, in: header, schema: {type: string}}
                  - {name: theme, in: cookie, schema: {type: string}}
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [name]
                          properties:
                            name: {type: string}
                            pin: {type: string, format: password, examples: ['0000']}
                      application/x-www-form-urlencoded:
                        schema:
                          type: object
                          properties:
                            name: {type: string}
                            pin: {type: string, format: password, examples: ['0000']}
                  responses:
                    '200':
                      description: ''
                      headers: {X-Left: {required: true, schema: {type: integer, examples: [3]}}, X-Other: {schema: {type: string}}}
                      content:
                        application/json:
                          schema:
                            type: object
                            properties:
                              id: {type: integer}
                              since: {type: string, format: date-time}
                              kind: {enum: [dry, wet]}
                              parts: {type: array, items: {type: object, properties: {size: {type: number}}}}
                          examples:
                            stored: {value: {id: 1, since: '2026-01-31T12:00:00Z', kind: dry, parts: [{size: 1.5}]}, x-provider-state: there is room}
                            moved: {value: {id: 2}}
                    '401': {description: ''}
                    '409': {description: ''}
            """), MockOptions.DEFAULTS);

    @TempDir
    Path folder;

    private final ConsumerPact pact = new ConsumerPact("my-web", MOCK.contract().title());

    private void put(String target, String type, String body, String... fields) {
        List<Header> headers = new ArrayList<>(List.of(new Header("Content-Type", type)));
        for (int i = 0; i < fields.length; i += 2) {
            headers.add(new Header(fields[i], fields[i + 1]));
        }
        pact.add(MOCK, MOCK.walk(MockRequest.of("PUT", target, headers, body)));
    }

    private void putGoods(String... fields) {
        List<String> all = new ArrayList<>(List.of(
                "Authorization", "Bearer planted-token", "Cookie", "sid=planted; theme=dark", "User-Agent", "planted"));
        all.addAll(List.of(fields));
        put(
                "/v2/shelves/top%20one/goods/planted?tag=a&tag=b&api_key=planted&__seed=1",
                "application/json", "{\"name\":\"tea\",\"pin\":\"planted\"}", all.toArray(String[]::new));
    }

    private JsonNode interaction(int index) {
        return pact.json().path("interactions").path(index);
    }

    @Test
    void hasEachOperationStatusAndExampleOnce() {
        putGoods();
        putGoods();
        putGoods("Prefer", "example=moved");
        putGoods("Prefer", "code=409");
        assertThat(pact.json()
                        .path("interactions")
                        .valueStream()
                        .map(each -> each.path("description").asString()))
                .containsExactly(
                        "storeGoods answers 200 (moved)", "storeGoods answers 200 (stored)", "storeGoods answers 409");
        assertThat(pact.json().at("/provider/name").asString()).isEqualTo("Stock");
    }

    @Test
    void leavesOutWhatNoProviderCouldKeep() {
        put("/nowhere", "text/plain", "a");
        putGoods("Prefer", "fault=truncated");
        putGoods("Prefer", "explain=true");
        assertThat(pact.size()).isZero();
        put("/shelves/a/goods/b?api_key=k", "application/json", "{}", "Authorization", "Bearer t");
        assertThat(pact.size()).isZero();
        assertThat(pact.unfit()).isEqualTo(1);
        put("/shelves/a/goods/b", "application/json", "{\"name\":\"tea\"}");
        assertThat(interaction(0).path("description").asString()).isEqualTo("storeGoods answers 401");
    }

    @Test
    void writesDownWhatTheContractSpeaksOfAndNoSecret() {
        putGoods("X-Tenant", "north", "Accept", "application/json");
        assertThat(interaction(0).path("request")).isEqualTo(JsonMapper.shared().readTree("""
                {"method": "PUT", "path": "/shelves/top%20one/goods/open%20sesame",
                 "query": {"tag": ["a", "b"], "api_key": ["sample-key"]},
                 "headers": {"Accept": ["application/json"], "Content-Type": ["application/json"], "X-Tenant": ["north"],
                             "Authorization": ["Bearer sample-token"], "Cookie": ["theme=dark"]},
                 "body": {"content": {"name": "tea", "pin": "0000"}, "contentType": "application/json", "encoded": false}}"""));
        assertThat(pact.json().toString()).doesNotContain("planted");
    }

    @Test
    void masksForms() {
        put(
                "/shelves/a/goods/b?api_key=k",
                "application/x-www-form-urlencoded",
                "name=a+b&pin=planted",
                "Authorization",
                "Basic planted");
        put(
                "/shelves/a/goods/b?api_key=k",
                "application/x-www-form-urlencoded",
                "name=a+b&pin=planted",
                "Authorization",
                "Bearer planted");
        assertThat(pact.json().toString()).contains("name=a+b&pin=0000").doesNotContain("planted");
    }

    /** Where a credential is missing, nothing has looked at the body. */
    @Test
    void masksWhatWasNotLookedAt() {
        put("/shelves/a/goods/b", "application/json", "{\"name\":\"tea\",\"pin\":\"planted\"}");
        assertThat(interaction(0).path("description").asString()).isEqualTo("storeGoods answers 401");
        assertThat(interaction(0).at("/request/body/content/pin").asString()).isEqualTo("0000");
        assertThat(interaction(0).path("response").propertyNames()).containsExactly("status");
    }

    @Test
    void letsAProviderAnswerWithOtherValuesOfTheSameTypes() {
        putGoods();
        JsonNode response = interaction(0).path("response");
        assertThat(response.path("headers").propertyNames()).containsExactly("Content-Type", "X-Left");
        assertThat(response.at("/matchingRules/header/X-Left/matchers/0/match").asString())
                .isEqualTo("type");
        JsonNode rules = response.at("/matchingRules/body");
        assertThat(rules.propertyNames()).containsExactly("$.id", "$.since", "$.parts", "$.parts[*].size");
        assertThat(rules.at("/$.id/matchers/0/match").asString()).isEqualTo("integer");
        assertThat(rules.at("/$.since/matchers/0/match").asString()).isEqualTo("regex");
        assertThat(interaction(0).at("/providerStates/0"))
                .isEqualTo(JsonMapper.shared().readTree("""
                {"name": "there is room", "params": {"operation": "storeGoods", "status": 200}}"""));
    }

    @Test
    void isWrittenWholeOrNotAtAll() throws IOException {
        putGoods();
        Path pacts = folder.resolve("pacts");
        pact.write(pacts);
        assertThat(JsonMapper.shared().readTree(pacts.resolve("my-web-Stock.json")))
                .isEqualTo(pact.json());
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> pact.write(file)).isInstanceOf(IOException.class);
        assertThat(pacts).isDirectoryContaining(each -> each.endsWith("my-web-Stock.json"));
        try (var files = Files.list(pacts)) {
            assertThat(files).hasSize(1);
        }
    }
}
