package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.validate.Validated;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** However a schema says it, forms, XML and errors are read and written by what it says. */
class OddSchemasTest {
    private static final Mock MOCK = Mock.compile(OddSchemas.contract(), MockOptions.DEFAULTS);

    static List<String> names() {
        return OddSchemas.names();
    }

    private static MockRequest post(String name, String query, String type, String body) {
        return MockRequest.of("POST", "/" + name + query, List.of(new Header("Content-Type", type)), body);
    }

    private static String validated(String name, String type, String body) {
        Validated validated = MOCK.walk(post(name, "", type, body)).validated().orElseThrow();
        assertThat(validated.summary()).isEmpty();
        return validated.body().map(JsonNode::toString).orElse("");
    }

    private static String text(MockResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("names")
    void fieldsOfAFormHaveTheirTypes(String name) {
        assertThat(validated(name, "application/x-www-form-urlencoded", "count=3&problems=a&problems=b&token=1"))
                .contains("\"count\":3", "\"token\":\"1\"", "\"problems\":[\"a\",\"b\"]");
    }

    @ParameterizedTest
    @MethodSource("names")
    void xmlIsReadByItsHints(String name) {
        String root = name.equals("OddReference") ? "Base" : name;

        assertThat(validated(name, "application/xml", "<" + root + " key=\"7\"><count>3</count></" + root + ">"))
                .contains("\"key\":\"7\"")
                .contains("\"count\":3");
    }

    @ParameterizedTest
    @MethodSource("names")
    void xmlIsWrittenByItsHints(String name) {
        MockResponse response = MOCK.answer(post(name, "", "application/json", "{\"count\": 1}"));

        assertThat(text(response)).contains(" key=\"k\"").contains("<count>1</count>");
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsWrongStandsInTheMarkedProperty(String name) {
        MockResponse response = MOCK.answer(post(name, "?q=x", "application/json", "{}"));

        assertThat(response.status()).isEqualTo(422);
        assertThat(text(response)).contains("must be an integer").doesNotContain("old");
    }
}
