package dev.countersign.mock.cli.served;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import dev.countersign.mock.Mock;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JournalTest {
    private final Mock mock = Contracts.mockOfPaths(
            "/a/{n}: {get: {parameters: [{name: n, in: path, required: true, schema: {}}], responses: {'204': {description: ''}}}}");
    private final Journal journal = new Journal();

    private void exchange(String target, String body) {
        journal.onExchange(mock, mock.walk(MockRequest.of("GET", target, List.of(), body)));
    }

    private JsonNode read() {
        return JsonMapper.shared()
                .readTree(journal.answer(MockRequest.of("GET", Journal.PATH, List.of(), ""))
                        .text());
    }

    @Test
    void keepsTheLastHundred() {
        for (int i = 0; i < 150; i++) {
            exchange("/a/" + i, "");
        }

        assertThat(read()).hasSize(100);
        assertThat(read().path(0).path("request").stringValue()).isEqualTo("GET /a/50");
        assertThat(read().path(99).path("steps").path(0).path("outcome").stringValue())
                .isEqualTo("the request means GET /a/{n} (GET /a/{n})");
    }

    @Test
    void keepsNothingThatTheClientSentButThePath() {
        exchange("/a/1?token=hunter2", "hunter3");

        assertThat(read().toString()).doesNotContain("hunter");
    }

    /** Each is refused or not read, and what is said about it must not repeat it. */
    @Test
    void keepsNoSecretOfARequestThatDoesNotFit() {
        Mock guarded = Contracts.mockOfPaths("""
                /b:
                  post:
                    security: [{}]
                    parameters:
                      - {name: q, in: query, schema: {type: integer}}
                      - {name: e, in: query, schema: {enum: [a]}}
                      - {name: p, in: query, schema: {type: string, pattern: '^x$', maxLength: 1, format: uuid}}
                      - {name: H, in: header, schema: {const: 1}}
                      - {name: c, in: cookie, schema: {type: boolean}}
                    requestBody: {content: {application/json: {schema: {type: object, properties: {s: {enum: [a]}}}}}}
                    responses: {'204': {description: ''}}
                """);
        journal.onExchange(
                guarded,
                guarded.walk(MockRequest.of(
                        "POST",
                        "/b?q=hunter1&e=hunter2&p=hunter3&access_token=hunter4",
                        List.of(
                                new Header("H", "hunter5"),
                                new Header("Cookie", "c=hunter6"),
                                new Header("Authorization", "Bearer hunter7"),
                                new Header("Content-Type", "application/json")),
                        "{\"s\":\"hunter8\"}")));

        assertThat(read().toString()).contains("query parameter").doesNotContain("hunter");
    }

    @Test
    void canBeEmptied() {
        exchange("/a/1", "");

        assertThat(journal.answer(MockRequest.of("DELETE", Journal.PATH, List.of(), ""))
                        .status())
                .isEqualTo(204);
        assertThat(read()).isEmpty();
    }
}
