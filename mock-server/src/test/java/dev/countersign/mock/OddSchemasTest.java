package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.mask.SecretMask;
import dev.countersign.mock.pact.BodyRules;
import dev.countersign.mock.pact.PactRule;
import dev.countersign.mock.validate.Validated;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Direction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** However a schema says it, bodies are read, written, made up, masked and recorded by what it says. */
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

    private static SchemaNode schema(String name) {
        Contract contract = MOCK.contract();
        return SchemaNode.of(contract.document(), contract.dialect(), "/components/schemas/" + name);
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

    /** A value of a schema that chooses between itself and another need have nothing of the other. */
    static List<String> namesOfWhatIsSampled() {
        return OddSchemas.names().stream()
                .filter(name -> !name.equals("OddCircle"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("namesOfWhatIsSampled")
    void samplesHaveItsProperties(String name) {
        JsonNode sample = MOCK.sample(schema(name), Direction.RESPONSE);

        assertThat(sample.propertyNames()).contains("count", "token", "problems", "key");
        assertThat(sample.path("count").isIntegralNumber()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("names")
    void itsSecretIsMaskedAndNothingElse(String name) {
        SecretMask mask = new SecretMask(any -> MissingNode.getInstance());
        JsonNode value =
                JsonMapper.shared().readTree("{\"count\":3,\"token\":\"t\",\"problems\":[\"p\"],\"key\":\"k\"}");

        assertThat(mask.mask(value, schema(name)))
                .hasToString("{\"count\":3,\"token\":\"***\",\"problems\":[\"p\"],\"key\":\"k\"}");
    }

    @ParameterizedTest
    @MethodSource("names")
    void aPactHasItsTypes(String name) {
        JsonNode value = JsonMapper.shared().readTree("{\"count\":3,\"problems\":[\"p\"]}");

        assertThat(BodyRules.of(value, schema(name)))
                .containsEntry("$.count", new PactRule.WholeNumber())
                .containsEntry("$.problems[*]", new PactRule.Type());
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsWrongStandsInTheMarkedProperty(String name) {
        MockResponse response = MOCK.answer(post(name, "?q=x", "application/json", "{}"));

        assertThat(response.status()).isEqualTo(422);
        assertThat(text(response)).contains("must be an integer").doesNotContain("old");
    }
}
