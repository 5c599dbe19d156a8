package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.choose.Refusals;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.openapi.contract.Contract;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How a request that breaks the contract is answered: in the contract's own words (OAS 3.1 section 4.8.16), else with
 * problem details (RFC 9457 section 3); statuses as RFC 9110 section 15.5 has them.
 */
class InvalidRequestTest {
    private static final String ERROR =
            "{description: '', content: {application/json: {example: {message: m, detail: d}}}}";

    private static Contract contract(String responses) {
        return Contracts.ofPaths("""
                /a:
                  post:
                    parameters: [{name: n, in: query, schema: {type: integer}}]
                    requestBody:
                      required: true
                      content: {application/json: {schema: {type: object, required: [x], properties: {x: {type: integer}}}}}
                    responses: {'200': {description: ''}, %s}
                """.formatted(responses));
    }

    private static MockResponse post(Mock mock, String target, String type, String body) {
        return mock.answer(MockRequest.of("POST", target, List.of(new Header("Content-Type", type)), body));
    }

    private static MockResponse post(String responses, String body) {
        return post(Mock.compile(contract(responses), MockOptions.DEFAULTS), "/a", "application/json", body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 422|{}|422",
                "400 422|{|400",
                "400|{}|400",
                "422|{|422",
                "4XX|{}|422",
                "4XX|{|400",
                "default|{}|422",
                "404 default|{}|422",
            })
    void usesTheContractsOwnRefusal(String statuses, String body, int expected) {
        String responses = Arrays.stream(statuses.split(" "))
                .map(status -> "'" + status + "': " + ERROR)
                .collect(Collectors.joining(", "));

        MockResponse response = post(responses, body);

        assertThat(response.status()).isEqualTo(expected);
        assertThat(response.text())
                .isEqualTo(
                        body.equals("{}")
                                ? "{\"message\":\"m\",\"detail\":\"body /x: required property \\\"x\\\" is missing\"}"
                                : "{\"message\":\"m\",\"detail\":\"body: is not well-formed JSON (line 1, column 2)\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: 1, message: m}|{\"a\":1,\"message\":\"#\"}",
                "{error: {code: 1, message: m}}|{\"error\":{\"code\":1,\"message\":\"#\"}}",
                "{errors: [one, two]}|{\"errors\":[\"#\"]}",
                "{error: invalid, error_description: d}|{\"error\":\"invalid\",\"error_description\":\"#\"}",
                "{code: 7}|{\"code\":7}",
                "[{message: m}]|[{\"message\":\"m\"}]",
            })
    void findsTheFieldForViolations(String example, String expected) {
        MockResponse response =
                post("'400': {description: '', content: {application/json: {example: " + example + "}}}", "{}");

        assertThat(response.text()).isEqualTo(expected.replace("#", "body /x: required property \\\"x\\\" is missing"));
    }

    @Test
    void prefersTheFieldThatTheContractMarks() {
        String schema = "{type: object, properties: {why: {type: string, x-violations: true}, detail: {type: string}}}";
        MockResponse response = post(
                "'400': {description: '', content: {application/json: {schema: " + schema
                        + ", example: {why: w, detail: d}}}}",
                "{}");

        assertThat(response.text())
                .isEqualTo("{\"why\":\"body /x: required property \\\"x\\\" is missing\",\"detail\":\"d\"}");
    }

    @Test
    void leavesAFieldAloneThatCannotTakeTheText() {
        String schema = "{type: object, properties: {detail: {enum: [d]}, message: {type: string, maxLength: 5}}}";
        MockResponse response = post(
                "'400': {description: '', content: {application/json: {schema: " + schema
                        + ", example: {detail: d, message: m}}}}",
                "{}");

        assertThat(response.text()).isEqualTo("{\"detail\":\"d\",\"message\":\"m\"}");
    }

    @Test
    void listsEveryViolationWhereTheContractIsSilent() {
        MockResponse response = post(
                Mock.compile(contract("'404': {description: ''}"), MockOptions.DEFAULTS),
                "/a?n=many",
                "application/json",
                "{\"x\":\"1\"}");

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.header("Content-Type")).contains("application/problem+json");
        assertThat(response.text())
                .isEqualTo(
                        "{\"type\":\"urn:countersign:problem:invalid-request\",\"title\":\"The request does not fit the contract\",\"status\":422,"
                                + "\"detail\":\"query parameter \\\"n\\\": must be an integer, was a string;"
                                + " body /x: must be an integer, was a string\",\"violations\":["
                                + "{\"in\":\"query\",\"name\":\"n\",\"pointer\":\"\",\"message\":\"must be an integer, was a string\","
                                + "\"schema\":\"#/paths/~1a/post/parameters/0/schema/type\"},"
                                + "{\"in\":\"body\",\"pointer\":\"/x\",\"message\":\"must be an integer, was a string\","
                                + "\"schema\":\"#/paths/~1a/post/requestBody/content/application~1json/schema/properties/x/type\"}]}");
    }

    @Test
    void answersWithProblemsWhenToldSo() {
        MockOptions strict = MockOptions.DEFAULTS.with(Refusals.PROBLEM_DETAILS);
        MockResponse response = post(Mock.compile(contract("'400': " + ERROR), strict), "/a", "application/json", "{}");

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.header("Content-Type")).contains("application/problem+json");
    }

    @Test
    void leavesExamplesAloneWhenToldSo() {
        MockOptions untouched = MockOptions.DEFAULTS.with(Refusals.AS_DOCUMENTED);
        MockResponse response =
                post(Mock.compile(contract("'400': " + ERROR), untouched), "/a", "application/json", "{}");

        assertThat(response.text()).isEqualTo("{\"message\":\"m\",\"detail\":\"d\"}");
    }

    @Test
    void refusesMediaTypesThatAreNotDocumented() {
        Mock mock = Mock.compile(contract("'400': " + ERROR), MockOptions.DEFAULTS);

        MockResponse response = post(mock, "/a", "text/plain", "{}");

        assertThat(response.status()).isEqualTo(415);
        assertThat(response.text()).contains("the body's media type is not documented; send one of: application/json");
    }

    @Test
    void takesABodyWithoutMediaTypeForJson() {
        Mock mock = Mock.compile(contract("'400': " + ERROR), MockOptions.DEFAULTS);

        assertThat(mock.answer(MockRequest.of("POST", "/a", List.of(), "{\"x\":1}"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void demandsARequiredBody() {
        assertThat(post("'400': " + ERROR, "").text())
                .isEqualTo("{\"message\":\"m\",\"detail\":\"body: is required and missing\"}");
    }

    @Test
    void boundsDepthAndNumbers() {
        assertThat(post("'400': " + ERROR, "[".repeat(100_000)).text()).contains("beyond the bounds");
        assertThat(post("'400': " + ERROR, "{\"x\":1" + "0".repeat(5000) + "}").text())
                .contains("beyond the bounds");
        assertThat(post("'400': " + ERROR, "{\"x\":1e999999999}").status()).isEqualTo(200);
    }

    @Test
    void answersAnErrorThatIsAskedForWhateverTheRequest() {
        MockResponse response = Mock.compile(contract("'400': " + ERROR), MockOptions.DEFAULTS)
                .answer(MockRequest.of("POST", "/a?n=x", List.of(new Header("Prefer", "code=400")), "{"));

        assertThat(response.text()).isEqualTo("{\"message\":\"m\",\"detail\":\"d\"}");
    }

    @Test
    void answersAsIfValidWhenForgiving() {
        Mock mock = Mock.compile(contract("'400': " + ERROR), MockOptions.DEFAULTS.with(Refusals.NONE));

        MockResponse response = post(mock, "/a", "application/json", "{}");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Countersign-Violations"))
                .contains("[{\"in\":\"body\",\"pointer\":\"/x\",\"message\":\"required property \\\"x\\\" is missing\","
                        + "\"schema\":\"#/paths/~1a/post/requestBody/content/application~1json/schema/required\"}]");
    }
}
