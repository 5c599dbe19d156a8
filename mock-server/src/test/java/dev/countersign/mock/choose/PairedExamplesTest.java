package dev.countersign.mock.choose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import dev.countersign.mock.Mock;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A number is one value however it is written or held (JSON Schema 2020-12 core section 4.2.2). */
class PairedExamplesTest {
    private static final Mock MOCK = Contracts.mockOfPaths("""
            /pay:
              post:
                requestBody:
                  content:
                    application/json: {schema: {type: object}, examples: {good: {value: {n: 1}}, bad: {value: {p: 9.50, n: 2, big: 5000000000, list: [1, {x: 0.10}]}}}}
                responses:
                  '200': {description: '', content: {application/json: {examples: {good: {value: yes}}}}}
                  '401': {description: '', content: {application/json: {examples: {bad: {value: no}}}}}
            /items/{price}:
              get:
                parameters:
                  - {name: price, in: path, required: true, schema: {type: number}, examples: {good: {value: 1}, bad: {value: 9.50}}}
                  - {name: ids, in: query, schema: {type: array, items: {type: integer}}, examples: {good: {value: []}, bad: {value: [3000000000, 2.0]}}}
                responses:
                  '200': {description: '', content: {application/json: {examples: {good: {value: yes}}}}}
                  '404': {description: '', content: {application/json: {examples: {bad: {value: no}}}}}
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"p\":9.5,\"n\":2,\"big\":5000000000,\"list\":[1,{\"x\":0.1}]}",
                "{\"list\":[1.0,{\"x\":0.10}],\"n\":2.0,\"p\":9.50,\"big\":5e9}",
                "{\"n\":2e0,\"p\":95e-1,\"big\":5000000000.00,\"list\":[10e-1,{\"x\":1e-1}]}",
            })
    void bodiesPairHoweverTheirNumbersAreWritten(String body) {
        Header json = new Header("Content-Type", "application/json");

        assertThat(MOCK.answer(MockRequest.of("POST", "/pay", List.of(json), body))
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"p\":9.51,\"n\":2,\"big\":5000000000,\"list\":[1,{\"x\":0.1}]}", "{\"n\":\"1\"}"})
    void anotherValueDoesNotPair(String body) {
        Header json = new Header("Content-Type", "application/json");

        assertThat(MOCK.answer(MockRequest.of("POST", "/pay", List.of(json), body))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.5?ids=3000000000&ids=2", "9.50?ids=3000000000&ids=2", "95e-1?ids=3e9&ids=2.0"})
    void parametersPairHoweverTheirNumbersAreWritten(String target) {
        assertThat(MOCK.answer(MockRequest.of("GET", "/items/" + target, List.of(), ""))
                        .status())
                .isEqualTo(404);
    }
}
