package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OAS 3.1 sections 4.8.13 to 4.8.15: bodies of every kind, the values in them typed by their schema. */
class BodyKindsTest {
    private static final Mock MOCK = Contracts.mockOfPaths("""
            /form:
              post:
                requestBody:
                  content:
                    application/x-www-form-urlencoded:
                      schema: &fields
                        type: object
                        required: [n]
                        properties:
                          n: {type: integer}
                          list: {type: array, items: {type: integer}}
                          piped: {type: array, items: {type: integer}}
                          deep: {type: object, properties: {on: {type: boolean}}}
                        additionalProperties: {type: string, maxLength: 3}
                      encoding: {piped: {style: pipeDelimited}, deep: {style: deepObject}}
                    multipart/form-data: {schema: *fields}
                responses: {'204': {description: ''}}
            /counts: {post: {requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, additionalProperties: {type: integer}}}}}, responses: {'204': {description: ''}}}}
            /text: {post: {requestBody: {content: {text/plain: {schema: {type: string, maxLength: 3}}}}, responses: {'204': {description: ''}}}}
            /script: {post: {requestBody: {content: {text/powershell: {schema: {type: object}}}}, responses: {'204': {description: ''}}}}
            /number: {post: {requestBody: {content: {text/plain: {schema: {type: integer}}}}, responses: {'204': {description: ''}}}}
            /hal: {post: {requestBody: {content: {application/*+json: {schema: {type: integer}}}}, responses: {'204': {description: ''}}}}
            /any: {post: {requestBody: {content: {'*/*': {schema: {type: integer}}}}, responses: {'204': {description: ''}}}}
            /file: {post: {requestBody: {content: {application/octet-stream: {schema: {type: string, format: binary}}}}, responses: {'204': {description: ''}}}}
            /versions:
              post:
                requestBody:
                  content:
                    application/json;version=1: {schema: {type: integer}}
                    application/json;version=2: {schema: {type: boolean}}
                responses: {'204': {description: ''}}
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/form|application/x-www-form-urlencoded|n=1&list=1&list=2&piped=1%7C2&deep[on]=true&x=abc|<none>",
                "/form|application/x-www-form-urlencoded|n=a|body /n: must be an integer, was a string",
                "/form|application/x-www-form-urlencoded|x=1|body /n: required property \"n\" is missing",
                "/form|application/x-www-form-urlencoded|n=1&list=1&list=b|body /list/1: must be an integer, was a string",
                "/form|application/x-www-form-urlencoded|n=1&deep[on]=x|body /deep/on: must be a boolean, was a string",
                "/form|application/x-www-form-urlencoded|n=1&x=abcd|body /x: must have at most 3 characters, has 4",
                "/counts|application/x-www-form-urlencoded|a=1|<none>",
                "/counts|application/x-www-form-urlencoded|a=x|body /a: must be an integer, was a string",
                "/text|text/plain|abc|<none>",
                "/text|text/plain; charset=iso-8859-1|abc|<none>",
                "/text|text/plain|abcd|body: must have at most 3 characters, has 4",
                "/script|text/powershell|echo|<none>",
                "/number|text/plain|12|<none>",
                "/number|text/plain|x|body: must be an integer, was a string",
                "/hal|application/hal+json|1|<none>",
                "/hal|application/hal+json|true|body: must be an integer, was a boolean",
                "/any|application/json|true|body: must be an integer, was a boolean",
                "/file|application/octet-stream|anything|<none>",
                "/versions|application/json; version=1|1|<none>",
                "/versions|application/json; version=2|true|<none>",
                "/versions|application/json; version=2|1|body: must be a boolean, was an integer",
            })
    void holdsBodiesAgainstTheirSchema(String target, String type, String body, String violations) {
        MockRequest request = MockRequest.of("POST", target, List.of(new Header("Content-Type", type)), body);

        assertThat(summary(request)).isEqualTo(violations);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name=\"n\"|1|<none>",
                "name=\"n\"|a|body /n: must be an integer, was a string",
                "name=\"list\"|1|body /n: required property \"n\" is missing",
                "name=\"x\"; filename=\"a.txt\"|abcd|body /n: required property \"n\" is missing; body /x: must have at most 3 characters, has 4",
            })
    void readsMultipartForms(String disposition, String content, String violations) {
        String body = "preamble\r\n--b o\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content
                + "\r\n--b o--\r\n";
        Header type = new Header("Content-Type", "multipart/form-data; boundary=\"b o\"");

        assertThat(summary(MockRequest.of("POST", "/form", List.of(type), body)))
                .isEqualTo(violations);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "multipart/form-data|x|body: has no boundary in its Content-Type (RFC 2046 section 5.1.1)",
                "multipart/form-data; boundary=b|x|body: has no part between boundaries (RFC 2046 section 5.1.1)",
            })
    void refusesMultipartThatIsNone(String type, String body, String violations) {
        assertThat(summary(MockRequest.of("POST", "/form", List.of(new Header("Content-Type", type)), body)))
                .isEqualTo(violations);
    }

    private static String summary(MockRequest request) {
        String summary = MOCK.walk(request).validated().orElseThrow().summary();
        return summary.isEmpty() ? "<none>" : summary;
    }
}
