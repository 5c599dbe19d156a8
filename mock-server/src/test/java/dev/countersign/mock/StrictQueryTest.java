package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.validate.Strictness;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OAS 3.1 section 4.8.12 describes parameters and does not forbid others; {@code --strict} does. */
class StrictQueryTest {
    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Strict, version: '1'}
            paths:
              /things:
                get:
                  parameters:
                    - {name: a, in: query, schema: {type: string}}
                    - {name: list, in: query, schema: {type: array, items: {type: string}}}
                    - {name: deep, in: query, style: deepObject, schema: {type: object}}
                    - {name: spread, in: query, schema: {type: object, properties: {r: {type: integer}}}}
                  responses: {'204': {description: ''}}
              /open:
                get:
                  parameters: [{name: any, in: query, schema: {type: object, additionalProperties: {type: string}}}]
                  responses: {'204': {description: ''}}
              /none: {get: {security: [{key: []}], responses: {'204': {description: ''}}}}
            components: {securitySchemes: {key: {type: apiKey, in: query, name: api_key}}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/things|<none>",
                "/things?a=1&list[]=2&r=3&__seed=1|<none>",
                "/things?b=1&a=1&b=2|query parameter \"b\": is not documented",
                "/things?c[x]=1&d|query parameter \"c\": is not documented; query parameter \"d\": is not documented",
                "/open?whatever=1|<none>",
                "/none?api_key=k|<none>",
                "/none?api_key=k&x=1|query parameter \"x\": is not documented",
            })
    void namesWhatIsNotDocumented(String target, String violations) {
        MockRequest request = MockRequest.of("GET", target, List.of(), "");
        Mock strict = Mock.compile(Contracts.parse(DOCUMENT), MockOptions.DEFAULTS.with(Strictness.STRICT));
        Mock usual = Mock.compile(Contracts.parse(DOCUMENT), MockOptions.DEFAULTS);
        String summary = strict.walk(request).validated().orElseThrow().summary();

        assertThat(summary.isEmpty() ? "<none>" : summary).isEqualTo(violations);
        assertThat(usual.answer(request).status()).isEqualTo(204);
    }
}
