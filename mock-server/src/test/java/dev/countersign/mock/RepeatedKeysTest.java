package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.validate.Strictness;
import dev.countersign.openapi.contract.Contract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names of a JSON object should be unique (RFC 8259 section 4), and what receivers make of others differs. */
class RepeatedKeysTest {
    private static final String PATHS = """
            /a:
              post:
                parameters: [{name: q, in: query, content: {application/json: {schema: {type: object}}}}]
                requestBody:
                  content:
                    application/json: {schema: {type: object, properties: {a: {type: integer}}}}
                    application/jsonl: {schema: {type: array, items: {type: object}}}
                    multipart/form-data: {schema: {type: object, properties: {part: {type: object}}}}
                    application/x-www-form-urlencoded:
                      schema: {type: object, properties: {part: {type: object}}}
                      encoding: {part: {contentType: application/json}}
                responses: {'204': {description: ''}}
            """;
    private static final Mock LENIENT = Contracts.mockOfPaths(PATHS);
    private static final Mock STRICT =
            Mock.compile(Contracts.ofPaths(PATHS), MockOptions.DEFAULTS.with(Strictness.STRICT));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json | {\"a\":1,\"a\":2} | /a",
                "application/json | {\"a\":1,\"\\u0061\":2} | /a",
                "application/json | {\"a\":1,\"a\":2,\"a\":3} | /a",
                "application/json | {\"b\":[{},{\"x/y\":1,\"x/y\":1}]} | /b/1/x~1y",
                "application/jsonl | {\"a\":1,\"a\":2} | /0/a",
                "application/x-www-form-urlencoded | part={\"a\":1,\"a\":2} | /part/a",
                "multipart/form-data;boundary=x | --x;content-disposition:form-data;name=part;;{\"a\":1,\"a\":2};--x-- | /part/a",
            })
    void areNotedOrRefused(String type, String body, String pointer) {
        String text = type.startsWith("multipart")
                ? "--x\r\nContent-Disposition: form-data; name=part\r\nContent-Type: application/json\r\n\r\n"
                        + "{\"a\":1,\"a\":2}\r\n--x--\r\n"
                : body;
        MockRequest request = MockRequest.of("POST", "/a", List.of(new Header("Content-Type", type)), text);

        assertNamed(LENIENT.answer(request), 204, "body", pointer);
        assertNamed(STRICT.answer(request), 422, "body", pointer);
    }

    @ParameterizedTest
    @CsvSource({"'{\"a\":1,\"a\":2}',/a", "'{\"b\":{\"a\":1,\"a\":1}}',/b/a"})
    void countInParametersToo(String json, String pointer) {
        MockRequest request = MockRequest.of("POST", "/a?q=" + json.replace("\"", "%22"), List.of(), "");

        assertNamed(LENIENT.answer(request), 204, "query", pointer);
        assertNamed(STRICT.answer(request), 422, "query", pointer);
    }

    /** OAS 3.2: a query as a whole, and parts without names. */
    @Test
    void countInWhatIsReadByPlaceToo() {
        Contract contract = Contracts.parse("""
                openapi: 3.2.0
                info: {title: T, version: '1'}
                paths:
                  /a:
                    post:
                      parameters: [{name: q, in: querystring, content: {application/json: {schema: {type: object}}}}]
                      requestBody: {content: {multipart/mixed: {schema: {type: array, items: {type: object}}}}}
                      responses: {'204': {description: ''}}
                """);
        Header mixed = new Header("Content-Type", "multipart/mixed;boundary=x");
        String body = "--x\r\nContent-Type: application/json\r\n\r\n{}\r\n--x\r\nContent-Type: application/json\r\n\r\n"
                + "{\"a\":1,\"a\":2}\r\n--x--\r\n";
        for (Strictness strictness : Strictness.values()) {
            Mock mock = Mock.compile(contract, MockOptions.DEFAULTS.with(strictness));
            int status = strictness == Strictness.STRICT ? 422 : 204;

            assertNamed(
                    mock.answer(MockRequest.of("POST", "/a?%7B%22a%22:1,%22a%22:2%7D", List.of(), "")),
                    status,
                    "query",
                    "/a");
            assertNamed(mock.answer(MockRequest.of("POST", "/a", List.of(mixed), body)), status, "body", "/1/a");
        }
    }

    private static void assertNamed(MockResponse response, int status, String in, String pointer) {
        assertThat(response.status()).isEqualTo(status);
        JsonNode named = status == 204
                ? JsonMapper.shared()
                        .readTree(response.header("Countersign-Violations").orElseThrow())
                : JsonMapper.shared().readTree(response.body()).path("violations");
        assertThat(named.size()).isEqualTo(1);
        assertThat(named.path(0).path("in").asString()).isEqualTo(in);
        assertThat(named.path(0).path("pointer").asString()).isEqualTo(pointer);
        assertThat(named.path(0).path("message").asString()).isEqualTo("is given more than once; the last one counts");
    }
}
