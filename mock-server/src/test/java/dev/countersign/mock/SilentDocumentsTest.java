package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.choose.Refusals;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.validate.Strictness;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was decided where documents say nothing: docs/decisions/0010-where-a-document-is-silent.md. */
class SilentDocumentsTest {
    private static final Mock MOCK = Mock.compile(Contracts.ofPaths("""
            /types:
              get:
                responses:
                  '200':
                    description: ''
                    content:
                      text/csv: {example: a}
                      application/vnd.a+json: {example: {a: 1}}
                      application/json: {example: {b: 1}}
            /texts: {get: {responses: {'200': {description: '', content: {text/csv: {example: a}, text/plain: {example: b}}}}}}
            /errors: {get: {responses: {'503': {description: ''}, '404': {description: ''}, default: {description: ''}}}}
            /only-errors: {get: {responses: {'503': {description: ''}, '404': {description: ''}}}}
            /moved: {get: {responses: {'404': {description: ''}, '302': {description: ''}}}}
            /ranges: {get: {responses: {'5XX': {description: ''}, '4XX': {description: ''}}}}
            /nothing: {get: {}, delete: {}}
            """), MockOptions.DEFAULTS.with(Strictness.STRICT));

    private static MockResponse answer(String method, String path, String accept, String body) {
        List<Header> headers = new ArrayList<>();
        if (!accept.isEmpty()) {
            headers.add(new Header("Accept", accept));
        }
        return MOCK.answer(MockRequest.of(method, path, headers, body));
    }

    @ParameterizedTest
    @CsvSource({
        "/types, '', application/vnd.a+json",
        "/types, */*, application/vnd.a+json",
        "/types, 'text/*', text/csv",
        "/texts, '', text/csv",
        "/texts, */*, text/csv",
    })
    void jsonIsServedWhereItIsDocumentedAndElseTheFirst(String path, String accept, String type) {
        assertThat(answer("GET", path, accept, "").header("Content-Type").orElseThrow())
                .startsWith(type);
    }

    @ParameterizedTest
    @CsvSource({"/errors, 200", "/only-errors, 404", "/moved, 302", "/ranges, 400", "/nothing, 204"})
    void withoutASuccessTheDocumentIsTakenAtItsWord(String path, int status) {
        assertThat(answer("GET", path, "", "").status()).isEqualTo(status);
    }

    @Test
    void aBodyThatIsNotDocumentedIsTaken() {
        assertThat(answer("DELETE", "/nothing", "", "{\"a\":1}").status()).isEqualTo(204);
    }

    @Test
    void headAndOptionsNeedNotBeDocumented() {
        assertThat(answer("HEAD", "/types", "", "").status()).isEqualTo(200);
        MockResponse options = answer("OPTIONS", "/nothing", "", "");
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Allow")).contains("DELETE, GET, HEAD, OPTIONS");
        assertThat(answer("HEAD", "/no-such", "", "").status()).isEqualTo(404);
    }

    /** Each kind of refusal of our own has a type of its own, whatever the contract says. */
    @ParameterizedTest
    @CsvSource({
        "GET, /no-such, '', 404, no-such-path",
        "PUT, /a, '', 405, method-not-allowed",
        "GET, /a?__code=418, '', 404, not-documented",
        "GET, /a, image/png, 406, not-acceptable",
        "GET, /a?n=x, '', 422, invalid-request",
        "GET, /secret, '', 401, credentials",
        "POST, /a, '', 415, unsupported-media-type",
    })
    void problemsHaveTypes(String method, String path, String accept, int status, String type) {
        Mock mock = Mock.compile(Contracts.parse("""
                openapi: 3.1.0
                info: {title: T, version: '1'}
                components: {securitySchemes: {key: {type: http, scheme: bearer}}}
                paths:
                  /a:
                    get:
                      parameters: [{name: n, in: query, schema: {type: integer}}]
                      responses: {'200': {description: '', content: {application/json: {example: 1}}}}
                    post: {requestBody: {content: {text/csv: {}}}, responses: {'204': {description: ''}}}
                  /secret: {get: {security: [{key: []}], responses: {'204': {description: ''}}}}
                """), MockOptions.DEFAULTS.with(Refusals.PROBLEM_DETAILS));
        List<Header> headers = accept.isEmpty() ? List.of() : List.of(new Header("Accept", accept));
        List<Header> typed = new ArrayList<>(headers);
        typed.add(new Header("Content-Type", "application/json"));

        MockResponse answer = mock.answer(MockRequest.of(method, path, typed, method.equals("POST") ? "{}" : ""));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).startsWith("{\"type\":\"urn:countersign:problem:" + type + "\",");
    }
}
