package dev.countersign.mock.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.SchemaNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the hostile run sends, and what it makes of the answers: a run that could not fail would say nothing. */
class FaultsTest {
    private static final JsonNode VALID = JsonMapper.shared().readTree("{\"a\": 5, \"list\": [\"xy\"]}");

    private static SchemaNode schema() {
        Contract contract = Contracts.ofPaths("""
                /a:
                  post:
                    requestBody:
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [a]
                            additionalProperties: false
                            properties:
                              a: {type: integer, minimum: 5}
                              list: {type: array, maxItems: 1, items: {type: string, minLength: 2}}
                    responses: {'204': {description: ''}}
                """);
        return contract.operations().get(0).requestBody().stream()
                .flatMap(body -> body.content().stream())
                .map(MediaTypeSpec::schema)
                .findFirst()
                .orElseThrow()
                .orElseThrow();
    }

    @Test
    void breakEachKeywordOnce() {
        List<Fault> faults = Faults.of(schema(), VALID, false);

        assertThat(faults)
                .extracting(fault -> fault.kind() + " " + fault.place() + " " + fault.value())
                .contains(
                        "required a {\"list\":[\"xy\"]}",
                        "additionalProperties zzUnknown {\"a\":5,\"list\":[\"xy\"],\"zzUnknown\":\"x\"}",
                        "type a {\"a\":\"zz\",\"list\":[\"xy\"]}",
                        "minimum a {\"a\":4,\"list\":[\"xy\"]}",
                        "maxItems list {\"a\":5,\"list\":[\"xy\",\"xy\"]}",
                        "minLength /0 {\"a\":5,\"list\":[\"z\"]}")
                .doesNotHaveDuplicates();
    }

    @Test
    void areNoNumbersInPlaceOfTextsWhereEverythingIsText() {
        assertThat(Faults.of(schema(), VALID, true))
                .extracting(fault -> fault.kind() + " " + fault.place())
                .doesNotContain("type /0", "null a")
                .contains("type a", "minLength /0");
    }

    @Test
    void areCountedAsTakenOrNotNamedWhenTheyAre() {
        FaultyRequest request =
                new FaultyRequest("type", "name", "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        Tally tally = new Tally();

        tally.add(request, answer(422, "[{\"in\":\"query\",\"name\":\"name\",\"message\":\"is missing\"}]", ""));
        tally.add(request, answer(422, "", "{\"violations\":[{\"in\":\"body\",\"pointer\":\"/a/name\"}]}"));
        tally.add(request, answer(400, "", "{\"message\":\"body /a/name: is missing\"}"));
        tally.add(request, answer(422, "[{\"in\":\"query\",\"name\":\"other\",\"message\":\"is missing\"}]", ""));
        tally.add(request, answer(200, "", "{\"name\":1}"));
        tally.add(request, answer(500, "", ""));

        assertThat(tally.sent()).isEqualTo(6);
        assertThat(tally.failed()).isEqualTo(1);
        assertThat(tally.refusedShare()).isEqualTo(4 / 6.0);
        assertThat(tally.namedShare()).isEqualTo(0.5);
        assertThat(tally.oddities())
                .containsExactly(
                        "taken: 200 for \"type\" at name: GET / HTTP/1.1",
                        "not named: 422 for \"type\" at name: GET / HTTP/1.1",
                        "the first of them was told: "
                                + "[{\"in\":\"query\",\"name\":\"other\",\"message\":\"is missing\"}]");
    }

    private static Connection.Answer answer(int status, String violations, String body) {
        return new Connection.Answer(status, violations, body, false);
    }
}
