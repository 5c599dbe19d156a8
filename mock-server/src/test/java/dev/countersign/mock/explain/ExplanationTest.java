package dev.countersign.mock.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import dev.countersign.mock.Mock;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 7240 section 2: {@code Prefer: explain} is a preference of our own, which the standard leaves room for. */
class ExplanationTest {
    private static final Mock MOCK = Contracts.mockOfPaths("""
            /a/{id}:
              get:
                operationId: one
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                responses:
                  '200': {description: '', content: {text/plain: {examples: {first: {value: hello}}}}}
                  '404': {description: '', content: {text/plain: {schema: {type: string}}}}
            """);

    @Test
    void tellsEachStepAndTheAnswer() {
        MockRequest request = MockRequest.of("GET", "/a/1", List.of(new Header("Prefer", "explain=true")), "");

        assertThat(MOCK.answer(request).text()).isEqualTo("""
                        {
                          "request" : "GET /a/1",
                          "steps" : [ {
                            "step" : "route",
                            "outcome" : "the request means one (GET /a/{id})",
                            "details" : [ "#/paths/~1a~1{id}/get" ]
                          }, {
                            "step" : "validate",
                            "outcome" : "the request fits the contract",
                            "details" : [ ]
                          }, {
                            "step" : "prefer",
                            "outcome" : "the request asks for nothing in particular",
                            "details" : [ ]
                          }, {
                            "step" : "choose",
                            "outcome" : "200: the lowest documented 2xx",
                            "details" : [ "#/paths/~1a~1{id}/get/responses/200", "media type text/plain", \
                        "the example \\"first\\" at #/paths/~1a~1{id}/get/responses/200/content/text~1plain/examples/first/value" ]
                          } ],
                          "response" : {
                            "status" : 200,
                            "headers" : {
                              "Content-Type" : "text/plain;charset=utf-8"
                            },
                            "body" : "hello"
                          }
                        }""".replace("\n", System.lineSeparator()));
    }

    /** OAS 3.1 section 4.8.20: a link is shown as it is written. */
    @Test
    void showsLinks() {
        Mock mock = Contracts.mockOfPaths("""
                /a:
                  get:
                    responses:
                      '200':
                        description: ''
                        links:
                          One: {operationId: one, parameters: {id: $response.body#/id, all: true}, requestBody: $request.body}
                          Other: {operationRef: '#/paths/~1b/get'}
                """);

        assertThat(mock.walk(MockRequest.of("GET", "/a", List.of(), "")).steps())
                .contains(new Step(
                        "choose",
                        "200: the lowest documented 2xx",
                        List.of(
                                "#/paths/~1a/get/responses/200",
                                "link \"One\" leads to one with id = $response.body#/id, all = true, the body $request.body",
                                "link \"Other\" leads to #/paths/~1b/get")));
    }

    @Test
    void namesViolations() {
        Explanation explanation = MOCK.walk(MockRequest.of("GET", "/a/x", List.of(), ""));

        assertThat(explanation.steps())
                .contains(new Step(
                        "validate",
                        "the request does not fit the contract",
                        List.of("path parameter \"id\": must be an integer, was a string")))
                .contains(new Step("choose", "422: the contract does not document such an answer", List.of()));
    }

    @Test
    void fitsATerminalWhateverTheClientSends() {
        Explanation explanation = MOCK.walk(MockRequest.of("GET", "/a/1\u001b[2J", List.of(), ""));

        assertThat(ExplanationText.of(explanation).lines())
                .startsWith("GET /a/1\\u001b[2J -> 422", "  route: the request means one (GET /a/{id})")
                .contains("    path parameter \"id\": must be an integer, was a string");
    }
}
