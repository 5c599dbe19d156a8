package dev.countersign.openapi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** RFC 8259; Jackson's own mapper says what a text means. */
class JsonTreeTest {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonFactory factory = new JsonFactory();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{\"b\":[1,2.50,-3e2,true,false,null,\"x\\u00e9\\n\\\"\"]},\"\":[]}",
                "[[],[{}],[[{\"deep\":[]}]]]",
                "2147483647",
                "2147483648",
                "-9223372036854775808",
                "9223372036854775808",
                "1.10",
                "1E400",
                "[12.5,-12.50,-0.0,0.00,999999999999999.99,-9999999999999999.9,123456789012345678.9,1.5e3,-1e-7,3E0]",
                "0.1000000000000000055511151231257827",
                "\"\"",
                "null",
                "  true  "
            })
    void readsAndWritesWhatTheMapperDoes(String text) {
        JsonNode expected = MAPPER.readTree(text);

        JsonNode read = read(text);

        assertThat(read).isEqualTo(expected);
        assertThat(JsonTree.text(read)).isEqualTo(MAPPER.writeValueAsString(expected));
        assertThat(JsonTree.bytes(read)).isEqualTo(MAPPER.writeValueAsBytes(expected));
    }

    @Test
    void writesBytesAsBase64() {
        JsonNode bytes = JsonNodeFactory.instance.binaryNode("abc".getBytes(StandardCharsets.US_ASCII));

        assertThat(JsonTree.text(bytes)).isEqualTo("\"YWJj\"");
    }

    @Test
    void keepsTheLastOfTwoEqualProperties() {
        assertThat(read("{\"a\":1,\"a\":2}").get("a").intValue()).isEqualTo(2);
    }

    @Test
    void refusesTwoEqualPropertiesWhereTheyMustBeUnique() {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), "{\"a\":1,\n\"a\":2}")) {
            assertThatThrownBy(() -> JsonTree.readUnique(parser))
                    .isInstanceOfSatisfying(StreamReadException.class, refused -> {
                        assertThat(refused.getOriginalMessage()).isEqualTo("Duplicate Object property \"a\"");
                        assertThat(refused.getLocation().getLineNr()).isEqualTo(2);
                    });
        }
    }

    @Test
    void findsNothingInABlankText() {
        assertThat(read(" \n").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 2", "{} x", "[1", "{\"a\"}", "nul", "]"})
    void refusesWhatIsNotOneValue(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(StreamReadException.class);
    }

    private JsonNode read(String text) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            return JsonTree.read(parser);
        }
    }
}
