package dev.countersign.mock.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import dev.countersign.mock.Mock;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OAS 3.1 section 4.8.12.2.2: parameters that are written in a media type; and {@code allowEmptyValue} beside it. */
class ParameterContentTest {
    private static final String POINT =
            "{schema: {type: object, required: [x], properties: {x: {type: integer, xml: {attribute: true}}}}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|%7B%22x%22:1%7D|<none>",
                "application/json|%7B%22x%22:%22a%22%7D|query parameter \"p\" /x: must be an integer, was a string",
                "application/json|%7B|query parameter \"p\": is not well-formed JSON (line 1, column 2)",
                "application/json|''|query parameter \"p\": is not JSON: it is blank",
                "application/hal+json|%7B%22x%22:1%7D|<none>",
                "application/x-www-form-urlencoded|x%3D1%26y%3D2|<none>",
                "application/x-www-form-urlencoded|x%3Da|query parameter \"p\" /x: must be an integer, was a string",
                "application/xml|%3Cp%20x='1'/%3E|<none>",
                "application/xml|%3Cp%20x='a'/%3E|query parameter \"p\" /x: must be an integer, was a string",
                "application/octet-stream|x|query parameter \"p\": must be an object, was a string",
            })
    void readsTheMediaType(String type, String text, String violations) {
        Mock mock = mock("{name: p, in: query, required: true, content: {%s: %s}}".formatted(type, POINT));

        assertThat(summary(mock, "/a?p=" + text)).isEqualTo(violations);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "header|{\"x\": 1}|<none>",
                "header|{\"x\": true}|header parameter \"p\" /x: must be an integer, was a boolean",
                "cookie|{\"x\":1}|<none>",
                "cookie|%7B%22x%22:true%7D|cookie parameter \"p\" /x: must be an integer, was a boolean",
            })
    void readsItInEveryPlace(String in, String text, String violations) {
        Mock mock = mock("{name: p, in: %s, content: {application/json: %s}}".formatted(in, POINT));
        Header field = in.equals("cookie") ? new Header("Cookie", "p=" + text) : new Header("P", text);

        assertThat(summary(mock, "/a", field)).isEqualTo(violations);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: integer}|p=|<none>",
                "{type: integer}|p|<none>",
                "{type: integer}|p=x|query parameter \"p\": must be an integer, was a string",
                "{type: array, minItems: 1, items: {type: integer}}|p=|<none>",
                "{type: array, minItems: 1, items: {type: integer}}|p=1&p=|query parameter \"p\" /1: must be an integer, was a string",
            })
    void takesEmptyValuesWhereTheyAreAllowed(String schema, String query, String violations) {
        Mock mock = mock("{name: p, in: query, required: true, allowEmptyValue: true, schema: " + schema + "}");

        assertThat(summary(mock, "/a?" + query)).isEqualTo(violations);
    }

    private static Mock mock(String parameter) {
        return Contracts.mockOfPaths("/a: {get: {parameters: [" + parameter + "]}}");
    }

    private static String summary(Mock mock, String target, Header... headers) {
        String summary = mock.walk(MockRequest.of("GET", target, List.of(headers), ""))
                .validated()
                .orElseThrow()
                .summary();
        return summary.isEmpty() ? "<none>" : summary;
    }
}
