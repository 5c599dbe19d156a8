package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.validate.Validated;
import dev.countersign.mock.validate.Validated.Verdict;
import dev.countersign.mock.validate.Violation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One budget of work for all that is checked of a request. What it does not suffice for is refused, and says so. */
class ExpensiveRequestsTest {
    private static final String BOMB = "{type: string, pattern: '^(x+x+)+y$'}";
    private static final String MANY = IntStream.range(0, 10_000)
            .mapToObj(number -> "\"" + "x".repeat(40) + "\"")
            .collect(Collectors.joining(",", "[", "]"));

    private static Mock mock(String schema) {
        return Contracts.mockOfPaths("""
                /a:
                  post:
                    requestBody: {content: {application/json: {schema: %s}}}
                    responses: {'204': {description: ''}}
                """.formatted(schema));
    }

    private static MockRequest post(String body) {
        return MockRequest.of("POST", "/a", List.of(new Header("Content-Type", "application/json")), body);
    }

    @Test
    void aBodyThatTakesTooMuchWorkIsRefusedWithAProblemOfItsOwn() {
        MockResponse response = mock("{type: array, contains: %s, minContains: 0}".formatted(BOMB))
                .answer(post(MANY));

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.text())
                .isEqualTo("{\"type\":\"urn:countersign:problem:too-expensive\","
                        + "\"title\":\"The request takes too much work to check\",\"status\":422,"
                        + "\"detail\":\"body: takes more work to check than this server spends on one request; what comes"
                        + " after it was not looked at\",\"violations\":[{\"in\":\"body\",\"pointer\":\"\",\"message\":"
                        + "\"takes more work to check than this server spends on one request; what comes after it was not"
                        + " looked at\"}]}");
    }

    /** An honest body of the same size is not affected, however many rules it meets. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: array, uniqueItems: false, items: {type: string, maxLength: 40, pattern: '^[a-z]+$'}}",
                "{type: array, contains: {type: string}}",
                "{type: array, items: {oneOf: [{type: integer}, {type: 'boolean'}, {type: string, pattern: x}, {type: object}]}}",
                "{type: array, items: {anyOf: [{pattern: '^y'}, {pattern: '^x*$'}]}}",
            })
    void aLargeHonestBodyIsTaken(String schema) {
        assertThat(mock(schema).answer(post(MANY)).status()).isEqualTo(204);
    }

    @Test
    void parametersDrawOnTheSameBudgetAndKeepWhatWasFoundBefore() {
        Mock mock = Contracts.mockOfPaths("""
                /a:
                  get:
                    parameters:
                      - {name: n, in: query, schema: {type: integer}}
                      - {name: p, in: query, schema: %1$s}
                      - {name: X, in: header, schema: %1$s}
                    responses: {'204': {description: ''}}
                """.formatted("{type: string, pattern: '(x+x+)+y'}"));

        Validated validated = mock.walk(MockRequest.of("GET", "/a?n=z&p=" + "x".repeat(3_000), List.of(), ""))
                .validated()
                .orElseThrow();

        assertThat(validated.verdict()).isEqualTo(Verdict.TOO_EXPENSIVE);
        assertThat(validated.violations())
                .extracting(Violation::sentence)
                .containsExactly(
                        "query parameter \"n\": must be an integer, was a string",
                        "query parameter \"p\": takes more work to check than this server spends on one request; what"
                                + " comes after it was not looked at");
    }

    /** What is put into the contract's own error is checked, too, and holds what the client has sent. */
    @Test
    void anErrorWhosePatternTakesTooLongOverTheTextKeepsItsExample() {
        Mock mock = Contracts.mockOfPaths("""
                /a:
                  post:
                    requestBody: {content: {application/json: {schema: {additionalProperties: {type: integer}}}}}
                    responses:
                      '204': {description: ''}
                      '400':
                        description: ''
                        content:
                          application/json:
                            schema: {type: object, properties: {message: {type: string, pattern: '(x+x+)+y'}}}
                            example: {message: xxy}
                """);

        MockResponse response = mock.answer(post("{\"" + "x".repeat(40_000) + "\":\"\"}"));

        assertThat(response.text()).isEqualTo("{\"message\":\"xxy\"}");
        assertThat(response.header("Countersign-Violations").orElseThrow())
                .contains("must be an integer, was a string");
    }

    /** The second operation would take the request, but to find that out would take the work once more. */
    @Test
    void operationsThatShareAPathAreNotAllTriedWithWhatIsTooExpensive() {
        Mock mock = Contracts.mockOfPaths("""
                /a/{x}:
                  post: {operationId: one, requestBody: {content: {application/json: {schema: {contains: %s}}}}}
                /a/{y}:
                  post: {operationId: two, requestBody: {content: {application/json: {schema: {}}}}}
                """.formatted(BOMB));
        MockRequest request =
                MockRequest.of("POST", "/a/1", List.of(new Header("Content-Type", "application/json")), MANY);

        assertThat(mock.walk(request).validated().orElseThrow().verdict()).isEqualTo(Verdict.TOO_EXPENSIVE);
    }

    @Test
    void aFormOfTooManyFieldsIsRefused() {
        Mock mock = Contracts.mockOfPaths("""
                /a:
                  post:
                    requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object}}}}
                    responses: {'204': {description: ''}}
                """);
        Header form = new Header("Content-Type", "application/x-www-form-urlencoded");

        assertThat(mock.answer(MockRequest.of("POST", "/a", List.of(form), "a&".repeat(10_000)))
                        .status())
                .isEqualTo(204);
        assertThat(mock.answer(MockRequest.of("POST", "/a", List.of(form), "a&".repeat(10_001)))
                        .text())
                .contains("has more than 10000 fields");
    }
}
