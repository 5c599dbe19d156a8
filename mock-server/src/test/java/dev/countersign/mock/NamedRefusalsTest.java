package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.choose.Refusals;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.explain.ExplanationText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every refusal says what is wrong, also where the contract's own error has no place for that. */
class NamedRefusalsTest {
    private static final String PATH = """
            /a:
              post:
                parameters: [{name: n, in: query, schema: {type: array, items: {type: integer}}}]
                requestBody: {content: {application/json: {schema: {type: object, required: [size], properties: {size: {type: integer}}}}}}
                responses:
                  '204': {description: ''}
                  '400': %s
            """;

    private static MockRequest post(String query, String body) {
        return MockRequest.of("POST", "/a" + query, List.of(new Header("Content-Type", "application/json")), body);
    }

    private static JsonNode header(MockResponse response) {
        return JsonMapper.shared()
                .readTree(response.header("Countersign-Violations").orElse("null"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{description: '', content: {application/json: {schema: {type: object, properties: {type: {type: string}, title: {type: string}}}, example: {type: 'urn:x', title: Bad}}}}",
                "{description: '', content: {application/json: {schema: {type: object, properties: {error: {type: string, enum: [BAD, WORSE]}}}}}}",
                "{description: '', content: {application/json: {schema: {type: object, properties: {message: {type: string, maxLength: 10}}}, example: {message: Bad}}}}",
                "{description: '', content: {text/html: {example: '<p>Bad</p>'}}}",
                "{description: '', content: {application/xml: {example: '<bad/>'}}}",
                "{description: '', content: {application/json: {schema: {type: array, items: {type: integer}}, example: [1]}}}"
            })
    void theHeaderSaysWhatTheBodyCannot(String error) {
        MockResponse response = Contracts.mockOfPaths(PATH.formatted(error)).answer(post("", "{\"size\":\"x\"}"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(header(response))
                .hasToString(
                        "[{\"in\":\"body\",\"pointer\":\"/size\",\"message\":"
                                + "\"must be an integer, was a string\","
                                + "\"schema\":\"#/paths/~1a/post/requestBody/content/application~1json/schema/properties/size/type\"}]");
    }

    /** The body where it can, the header where it cannot, and never both. */
    @Test
    void eachWayToRefuseNamesItOnce() {
        String error = "{description: '', content: {application/json: {example: {message: Bad}}}}";
        for (Refusals refusals : Refusals.values()) {
            MockResponse response = Mock.compile(
                            Contracts.ofPaths(PATH.formatted(error)), MockOptions.DEFAULTS.with(refusals))
                    .answer(post("", "{}"));
            boolean inBody = refusals == Refusals.EXPLAINED || refusals == Refusals.PROBLEM_DETAILS;

            assertThat(response.text().contains("is missing"))
                    .as(refusals.name())
                    .isEqualTo(inBody);
            assertThat(header(response).path(0).path("message").asString(""))
                    .as(refusals.name())
                    .isEqualTo(inBody ? "" : "required property \"size\" is missing");
        }
    }

    /** Its body is not sent. */
    @ParameterizedTest
    @ValueSource(
            strings = {"{description: '', content: {application/json: {example: {message: Bad}}}}", "{description: ''}"
            })
    void headHasTheHeaderInAnyCase(String error) {
        MockResponse response =
                Contracts.mockOfPaths("""
                /a:
                  get:
                    parameters: [{name: n, in: query, required: true, schema: {type: integer}}]
                    responses: {'204': {description: ''}, '400': %s}
                """.formatted(error)).answer(MockRequest.of("HEAD", "/a", List.of(), ""));

        assertThat(response.status()).isEqualTo(400);
        assertThat(header(response).path(0).path("message").asString()).isEqualTo("is required and missing");
    }

    @Test
    void aValidRequestHasNoSuchHeader() {
        assertThat(header(Contracts.mockOfPaths(PATH.formatted("{description: ''}"))
                        .answer(post("?n=1", "{\"size\":1}"))))
                .isEqualTo(JsonMapper.shared().nullNode());
    }

    /** A head of more than eight kilobytes is more than many clients take. */
    @Test
    void theHeaderIsBoundedAndTheCountComplete() {
        String query = IntStream.range(0, 300).mapToObj(i -> "n=x" + i).collect(Collectors.joining("&", "?", ""));
        String longName = "x".repeat(5_000);
        MockResponse response = Contracts.mockOfPaths(
                        PATH.formatted("{description: '', content: {text/html: {example: no}}}"))
                .answer(post(query, "{\"" + longName + "\":1,\"size\":\"x\"}"));

        assertThat(response.header("Countersign-Violations").orElseThrow()).hasSizeLessThan(5_000);
        JsonNode named = header(response);
        assertThat(named.size() - 1 + named.get(named.size() - 1).path("more").asInt())
                .isEqualTo(301);
    }

    @Test
    void oneVeryLongPlaceIsCut() {
        MockResponse response = Contracts.mockOfPaths("""
                /a:
                  post:
                    requestBody: {content: {application/json: {schema: {additionalProperties: {type: integer}}}}}
                    responses: {'204': {description: ''}, '422': {description: '', content: {text/html: {example: no}}}}
                """).answer(post("", "{\"" + "k".repeat(40_000) + "\":\"x\"}"));

        assertThat(response.header("Countersign-Violations").orElseThrow())
                .hasSizeLessThan(2_000)
                .contains("must be an integer, was a string");
        assertThat(response.body()).hasSizeLessThan(10_000);
    }

    @Test
    void theLogNamesEachViolation() {
        Explanation walk = Contracts.mockOfPaths(
                        PATH.formatted("{description: '', content: {text/html: {example: no}}}"))
                .walk(post("?n=x", "{}"));

        assertThat(ExplanationText.of(walk))
                .contains("query parameter \"n\" /0: must be an integer, was a string")
                .contains("body /size: required property \"size\" is missing");
    }
}
