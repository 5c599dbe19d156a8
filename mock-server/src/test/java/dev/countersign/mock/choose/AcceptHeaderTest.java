package dev.countersign.mock.choose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.openapi.contract.ResponseSpec;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110 section 12.5.1. */
class AcceptHeaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv application/json|*/*|application/json",
                "text/csv application/json|text/*|text/csv",
                "text/csv application/json|text/csv;q=0.5, application/json;q=0.4|text/csv",
                "text/csv application/json|text/*;q=0.9, text/csv;q=0.1, application/json;q=0.5|application/json",
                "text/csv application/json|text/csv;q=0, */*|application/json",
                "text/csv application/json|application/xml|none",
                "text/csv application/json|application/json;q=0|none",
                "text/csv application/json|application/xml, text/csv|text/csv",
                "application/json application/xml|application/xml, application/json|application/xml",
                "application/json application/xml|*/*, application/xml|application/xml",
                "application/hal+json|application/json|application/hal+json",
                "application/json|application/hal+json|application/json",
                "application/xml application/problem+json|application/json|application/problem+json",
                "application/json;version=1 application/json;version=2|application/json;version=2|application/json;version=2",
                "application/json|application/json; charset=utf-16|application/json",
                "application/json|APPLICATION/JSON|application/json",
                "application/json|nonsense|application/json",
                "image/*|image/png|image/*",
            })
    void choosesWhatTheClientLikesBest(String documented, String accept, String expected) {
        StringBuilder content = new StringBuilder();
        for (String type : documented.split(" ")) {
            content.append("'").append(type).append("': {},");
        }
        ResponseSpec response = Contracts.ofPaths(
                        "/a: {get: {responses: {'200': {description: '', content: {" + content + "}}}}}")
                .operations()
                .get(0)
                .responses()
                .get(0);

        String chosen = DocumentedResponse.of(response)
                .negotiate(AcceptHeader.of(Headers.of(List.of(new Header("Accept", accept)))))
                .map(alternative ->
                        alternative.generated().mediaType().orElseThrow().name())
                .orElse("none");

        assertThat(chosen).isEqualTo(expected);
    }
}
