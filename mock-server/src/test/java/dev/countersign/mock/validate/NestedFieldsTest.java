package dev.countersign.mock.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Fields that lie deep in an object have their types, however deep (OAS 3.1 sections 4.8.12.4 and 4.8.15). */
class NestedFieldsTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Mock MOCK = Mock.compile(Contracts.parse("""
                    openapi: 3.1.0
                    info: {title: T, version: '1'}
                    paths:
                      /orders:
                        get:
                          parameters: [{name: filter, in: query, style: deepObject, schema: {$ref: '#/components/schemas/Filter'}}]
                          responses: {'204': {description: ''}}
                        post:
                          requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {options: {$ref: '#/components/schemas/Options'}, filter: {$ref: '#/components/schemas/Filter'}}}}}}
                          responses: {'204': {description: ''}}
                    components:
                      schemas:
                        Options:
                          type: object
                          properties:
                            card: {type: object, properties: {instalments: {type: object, properties: {plan: {type: object, properties: {count: {type: integer}, terms: {type: array, items: {type: object, properties: {days: {type: integer}, paid: {type: boolean}}}}}}}}}}
                        Filter:
                          type: object
                          properties: {and: {$ref: '#/components/schemas/Filter'}, limit: {type: integer}}
                          additionalProperties: {$ref: '#/components/schemas/Filter'}
                    """), MockOptions.DEFAULTS);

    private static Validated validated(String method, String query, String body) {
        Header type = new Header("Content-Type", FORM);
        List<Header> headers = body.isEmpty() ? List.of() : List.of(type);
        return MOCK.walk(MockRequest.of(method, "/orders" + query, headers, body))
                .validated()
                .orElseThrow();
    }

    private static String body(String form) {
        Validated validated = validated("POST", "", form);
        assertThat(validated.summary()).isEmpty();
        return validated.body().map(JsonNode::toString).orElseThrow();
    }

    @Test
    void readsBelowTheFourthLevel() {
        assertThat(body("options[card][instalments][plan][count]=3"))
                .isEqualTo("{\"options\":{\"card\":{\"instalments\":{\"plan\":{\"count\":3}}}}}");
        assertThat(body("options[card][instalments][plan][terms][0][days]=30"
                        + "&options[card][instalments][plan][terms][0][paid]=true"))
                .contains("\"terms\":[{\"days\":30,\"paid\":true}]");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 17, 60, 400})
    void readsASchemaThatHoldsItselfAtAnyDepth(int depth) {
        String nested = "{\"and\":".repeat(depth) + "{\"limit\":5}" + "}".repeat(depth);

        assertThat(body("filter" + "[and]".repeat(depth) + "[limit]=5")).isEqualTo("{\"filter\":" + nested + "}");
        Validated query = validated("GET", "?filter" + "[other]".repeat(depth) + "[limit]=5", "");
        assertThat(query.summary()).isEmpty();
        assertThat(query.parameters().values()).hasToString("[" + nested.replace("and", "other") + "]");
    }

    @Test
    void aWrongValueFarBelowIsStillWrong() {
        assertThat(validated("GET", "?filter" + "[and]".repeat(30) + "[limit]=five", "")
                        .summary())
                .contains("/limit: must be an integer");
    }

    @Test
    void nestingWithoutAnEndIsRefused() {
        assertThat(validated("POST", "", "filter" + "[and]".repeat(501) + "=5").summary())
                .contains("is nested more than 500 levels deep");
    }
}
