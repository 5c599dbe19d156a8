package dev.countersign.openapi.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/** JSON Schema 2020-12 core section 4.2.2. */
class JsonEqualityTest {
    private static JsonNode json(String text) {
        return JsonTree.read(new JsonFactory().createParser(ObjectReadContext.empty(), text.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|1.0",
                "9.50|9.5",
                "5000000000|5e9",
                "12345678901234567890|12345678901234567890.0",
                "0|-0.0",
                "1e400|10e399",
                "{'a':1,'b':[2.0]}|{'b':[2],'a':1.00}",
                "[[],{}]|[[],{}]",
                "null|null",
            })
    void theSameValue(String one, String other) {
        assertThat(JsonEquality.equal(json(one), json(other))).isTrue();
        assertThat(new JsonValue(json(one)))
                .isEqualTo(new JsonValue(json(other)))
                .hasSameHashCodeAs(new JsonValue(json(other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1]|['1']",
                "1|true",
                "0|null",
                "1|1.0000000000000000000001",
                "[1,2]|[2,1]",
                "[1]|[1,1]",
                "{'a':1}|{'a':1,'b':null}",
                "{'a':null}|{'b':null}",
                "[]|{}",
            })
    void anotherValue(String one, String other) {
        assertThat(JsonEquality.equal(json(one), json(other))).isFalse();
        assertThat(JsonEquality.equal(json(other), json(one))).isFalse();
    }
}
