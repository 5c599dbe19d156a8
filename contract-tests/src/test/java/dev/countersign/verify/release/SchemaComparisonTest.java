package dev.countersign.verify.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.schema.Direction;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is the same in two ways of writing, and what each difference does to the values (JSON Schema 2020-12, OAS 3.0). */
class SchemaComparisonTest {
    @TestFactory
    Stream<DynamicTest> twoWaysOfWritingTheSame() {
        return Stream.of(
                same("{\"type\":\"string\",\"nullable\":true}", "{\"type\":[\"string\",\"null\"]}"),
                same("{\"type\":[\"null\",\"string\"]}", "{\"type\":[\"string\",\"null\"]}"),
                same("{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}", "{\"type\":[\"string\",\"null\"]}"),
                same("{\"oneOf\":[{\"type\":\"string\"}]}", "{\"type\":\"string\"}"),
                same("{\"const\":1}", "{\"enum\":[1],\"type\":\"integer\"}"),
                same("{\"maximum\":5,\"exclusiveMaximum\":true}", "{\"exclusiveMaximum\":5}"),
                same("{\"maximum\":5,\"exclusiveMaximum\":false}", "{\"maximum\":5.0}"),
                same("true", "{}"),
                same("{\"description\":\"a\",\"x-note\":1}", "{\"title\":\"b\",\"examples\":[2]}"),
                same(
                        "{\"allOf\":[{\"required\":[\"a\"]},{\"properties\":{\"a\":{\"type\":\"string\"}}}]}",
                        "{\"required\":[\"a\"],\"properties\":{\"a\":{\"type\":\"string\"}}}"),
                same(
                        "{\"allOf\":[{\"maxLength\":9},{\"maxLength\":5}],\"type\":\"string\"}",
                        "{\"type\":\"string\",\"maxLength\":5}"));
    }

    @TestFactory
    Stream<DynamicTest> differencesAndTheirEffect() {
        return Stream.of(
                differs(
                        Effect.WIDER,
                        " the value may be null now",
                        "{\"type\":\"string\"}",
                        "{\"type\":\"string\",\"nullable\":true}"),
                differs(
                        Effect.NARROWER,
                        " the value must not be null any more",
                        "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}",
                        "{\"type\":\"string\"}"),
                differs(
                        Effect.WIDER,
                        " the type is number, and was integer",
                        "{\"type\":\"integer\"}",
                        "{\"type\":\"number\"}"),
                differs(
                        Effect.NARROWER,
                        " the type is integer, and was number",
                        "{\"type\":\"number\"}",
                        "{\"type\":\"integer\"}"),
                differs(
                        Effect.OTHER,
                        " the type is array, and was object",
                        "{\"type\":\"object\"}",
                        "{\"type\":\"array\"}"),
                differs(Effect.NARROWER, " the type is string, and was any", "{}", "{\"type\":\"string\"}"),
                differs(Effect.NARROWER, " not is {} now", "{}", "false"),
                differs(Effect.WIDER, " maxItems is no longer 3", "{\"maxItems\":3}", "{}"),
                differs(Effect.WIDER, " minimum is 1, and was 2", "{\"minimum\":2}", "{\"minimum\":1}"),
                differs(Effect.NARROWER, " uniqueItems is true now", "{}", "{\"uniqueItems\":true}"),
                differs(Effect.OTHER, " pattern is \"b\", and was \"a\"", "{\"pattern\":\"a\"}", "{\"pattern\":\"b\"}"),
                differs(Effect.NONE, " default is 2, and was 1", "{\"default\":1}", "{\"default\":2}"),
                differs(
                        Effect.WIDER,
                        " there may be further fields now",
                        "{\"additionalProperties\":false}",
                        "{\"additionalProperties\":true}"),
                differs(
                        Effect.OTHER,
                        "/* the type is integer, and was string",
                        "{\"additionalProperties\":{\"type\":\"string\"}}",
                        "{\"additionalProperties\":{\"type\":\"integer\"}}"),
                differs(
                        Effect.OTHER,
                        " the condition not is another one",
                        "{\"not\":{\"type\":\"string\"}}",
                        "{\"not\":{\"type\":\"integer\"}}"),
                differs(
                        Effect.OTHER,
                        "/0 the type is integer, and was string",
                        "{\"prefixItems\":[{\"type\":\"string\"}]}",
                        "{\"prefixItems\":[{\"type\":\"integer\"}]}"),
                differs(
                        Effect.OTHER,
                        "/a/b the field is gone",
                        "{\"properties\":{\"a\":{\"allOf\":[{\"properties\":{\"b\":{}}}]}}}",
                        "{\"properties\":{\"a\":{\"allOf\":[{\"properties\":{}}]}}}"));
    }

    @Test
    void readOnlyFieldsAreNoPartOfARequestAndWriteOnlyFieldsNoneOfAnAnswer() {
        JsonNode before = json("{\"properties\":{\"a\":{\"readOnly\":true},\"b\":{\"writeOnly\":true}}}");
        JsonNode after = json("{\"properties\":{}}");

        assertThat(between(Direction.REQUEST, before, after))
                .extracting(SchemaDifference::path)
                .containsExactly("/b");
        assertThat(between(Direction.RESPONSE, before, after))
                .extracting(SchemaDifference::path)
                .containsExactly("/a");
    }

    @Test
    void recursiveSchemasEnd() {
        JsonNode before = document("string");
        JsonNode after = document("integer");
        SchemaComparison comparison = new SchemaComparison(before, after, Direction.RESPONSE);

        assertThat(comparison.between(before.at("/components/schemas/Tree"), after.at("/components/schemas/Tree")))
                .extracting(difference -> difference.path() + " " + difference.what())
                .containsExactly("/name the type is integer, and was string");
        assertThat(new SchemaComparison(before, before, Direction.RESPONSE)
                        .between(before.at("/components/schemas/Loop"), before.at("/components/schemas/Loop")))
                .isEmpty();
    }

    private static JsonNode document(String type) {
        return json("""
                {"components": {"schemas": {
                  "Tree": {"properties": {"name": {"type": "%s"},
                    "children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}}},
                  "Loop": {"allOf": [{"$ref": "#/components/schemas/Loop"}]}}}}
                """.formatted(type));
    }

    private static DynamicTest same(String one, String other) {
        return DynamicTest.dynamicTest(one + " and " + other, () -> {
            assertThat(between(Direction.RESPONSE, json(one), json(other))).isEmpty();
            assertThat(between(Direction.REQUEST, json(other), json(one))).isEmpty();
        });
    }

    private static DynamicTest differs(Effect effect, String what, String before, String after) {
        return DynamicTest.dynamicTest(
                what,
                () -> assertThat(between(Direction.RESPONSE, json(before), json(after)))
                        .extracting(d -> d.path() + " " + d.what(), SchemaDifference::effect)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(what, effect)));
    }

    private static List<SchemaDifference> between(Direction direction, JsonNode before, JsonNode after) {
        return new SchemaComparison(before, after, direction).between(before, after);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
