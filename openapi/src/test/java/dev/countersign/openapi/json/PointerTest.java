package dev.countersign.openapi.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** RFC 6901 sections 3, 4, 5 and 6; RFC 3986 section 2.1. */
class PointerTest {
    @ParameterizedTest
    @CsvSource({
        "a, /a",
        "a/b, /a~1b",
        "m~n, /m~0n",
        "~1, /~01",
        "'', /",
    })
    void escapesTokens(String token, String pointer) {
        assertThat(Pointer.child("", token)).isEqualTo(pointer);
        assertThat(Pointer.tokens(pointer)).containsExactly(token);
        assertThat(Pointer.last("/x" + pointer)).isEqualTo(token);
    }

    @ParameterizedTest
    @CsvSource({
        "/a b, #/a%20b",
        "/c%d, #/c%25d",
        "/é, #/%C3%A9",
        "/{id}, #/%7Bid%7D",
        "/a+b, #/a+b",
        "'', #",
    })
    void writesAndReadsReferences(String pointer, String reference) {
        assertThat(Pointer.toReference(pointer)).isEqualTo(reference);
        assertThat(Pointer.ofReference(reference)).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource({"#/100%, /100%", "#/%zz%C3%A9%, /%zzé%", "#/%2, /%2", "file.yaml, ''", "file.yaml#/a%2Fb, /a/b"})
    void aPercentSignThatEncodesNothingStandsForItself(String reference, String pointer) {
        assertThat(Pointer.ofReference(reference)).isEqualTo(pointer);
    }

    @Test
    void findsWhatIsThere() {
        JsonNode root = JsonMapper.shared().readTree("{\"a/b\": [{\"\": 1}], \"x\": \"text\"}");

        assertThat(Pointer.find(root, "/a~1b/0/")).hasToString("1");
        assertThat(Pointer.find(root, "")).isSameAs(root);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a~1b/1", "/a~1b/-", "/a~1b/00000000000", "/x/0", "/nothing/at/all", "x", "#/x", "//"})
    void findsNothingElsewhere(String pointer) {
        JsonNode root = JsonMapper.shared().readTree("{\"a/b\": [{\"\": 1}], \"x\": \"text\"}");

        assertThat(Pointer.find(root, pointer)).isNull();
    }
}
