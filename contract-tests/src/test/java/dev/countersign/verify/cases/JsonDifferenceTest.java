package dev.countersign.verify.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonDifferenceTest {
    @Test
    void numbersCompareByValueAndDateTimesByInstant() {
        assertThat(JsonDifference.between(
                        json("{\"n\":1,\"d\":1.50,\"at\":\"2026-01-31T10:15:30Z\"}"),
                        json("{\"at\":\"2026-01-31T11:15:30+01:00\",\"n\":1.0,\"d\":1.5}")))
                .isEmpty();
    }

    @Test
    void everyDifferenceIsNamedByItsPointer() {
        assertThat(JsonDifference.between(
                        json("{\"a\":1,\"b\":[1,2],\"c\":{\"d/e\":true}}"),
                        json("{\"a\":\"1\",\"b\":[1,3],\"c\":{},\"x\":null}")))
                .containsExactly(
                        "/a: expected 1, but was \"1\"",
                        "/b/1: expected 2, but was 3",
                        "/c/d~1e: expected true, but it is missing",
                        "/x: not expected, but was null");
    }

    @Test
    void wordsOfADocumentAreNoChangeAndAPropertyOfTheirNameIs() {
        ObjectNode released = json("{\"description\":\"old\",\"properties\":{\"description\":{\"type\":\"string\"}}}");

        assertThat(DocumentChange.between(
                        released,
                        json("{\"description\":\"new\",\"properties\":{\"description\":{\"type\":\"string\"}}}")))
                .isEmpty();
        assertThat(DocumentChange.between(
                        released,
                        json("{\"description\":\"old\",\"properties\":{\"description\":{\"type\":\"integer\"}}}")))
                .containsExactly("/properties/description/type: expected \"string\", but was \"integer\"");
    }

    private static ObjectNode json(String text) {
        JsonNode node = JsonMapper.shared().readTree(text);
        return (ObjectNode) node;
    }
}
