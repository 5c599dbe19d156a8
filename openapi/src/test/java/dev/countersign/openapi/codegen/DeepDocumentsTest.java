package dev.countersign.openapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.ContractLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** However long schemas refer to each other, the stack does not grow with them. */
class DeepDocumentsTest {
    private static final int MANY = 20_000;

    /** So many classes within each other would fill a stack, too, and take less time to describe. */
    private static final int CLASSES = 4_000;

    @TempDir
    Path folder;

    /** The classes for schemas S0, S1 and so on, each of which is written in the same way and refers to the next. */
    private JsonNode models(int count, String each, String last) throws IOException {
        String chain = IntStream.range(0, count)
                .mapToObj(i ->
                        "\"S" + i + "\": " + each.replace("NEXT", "{'$ref': '#/components/schemas/S" + (i + 1) + "'}"))
                .collect(Collectors.joining(","));
        String text =
                "{'openapi': '3.1.0', 'info': {'title': 'T', 'version': '1'}, 'paths': {}, 'components': {'schemas': {"
                        + chain + ", 'S" + count + "': " + last + "}}}";
        Path file = Files.writeString(folder.resolve("api.json"), text.replace('\'', '"'));
        return GeneratorInput.of(ContractLoader.load(file).contract())
                .path("components")
                .path("schemas");
    }

    private static JsonNode model(JsonNode models, String name) {
        return models.path(name).path("x-model");
    }

    @Test
    void propertiesThatHoldEachOtherAreClassesOfTheirOwn() throws IOException {
        JsonNode models = models(CLASSES, "{'properties': {'next': NEXT}}", "{'type': 'string'}");

        assertThat(models.size()).isEqualTo(CLASSES);
        assertThat(model(models, "S0").at("/fields/0/type").asString()).isEqualTo("S1");
        assertThat(model(models, "S" + (CLASSES - 1)).at("/fields/0/type").asString())
                .isEqualTo("String");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'allOf': [NEXT]}", "{'oneOf': [NEXT], 'description': 'd'}", "{'anyOf': [{'allOf': [NEXT]}]}"})
    void schemasThatStandForEachOtherAreOneClass(String each) throws IOException {
        JsonNode models = models(MANY, each, "{'properties': {'a': {'type': 'string'}}}");

        assertThat(models.propertyNames()).containsExactly("S" + MANY);
    }

    @Test
    void aUnionOfAUnion() throws IOException {
        JsonNode models = models(CLASSES, "{'oneOf': [NEXT, {'type': 'string'}]}", "{'type': 'integer'}");

        assertThat(model(models, "S0").path("permits").asString()).isEqualTo("S1, S0.OfString, S0.Unknown");
        assertThat(model(models, "S" + (CLASSES - 1)).path("permits").asString())
                .isEqualTo("S3999.OfLong, S3999.OfString, S3999.Unknown");
    }

    @Test
    void whatIsInheritedFromFarAway() throws IOException {
        JsonNode models = models(
                1_000,
                "{'allOf': [NEXT, {'properties': {'own': {'type': 'boolean'}}}]}",
                "{'required': ['far'], 'properties': {'far': {'type': 'string'}}}");

        JsonNode fields = model(models, "S0").path("fields");
        assertThat(fields.valueStream().map(field -> field.path("wire").asString()))
                .containsExactly("far", "own");
        assertThat(fields.at("/0/required").booleanValue()).isTrue();
    }

    @Test
    void listsInListsEndInAnyJson() throws IOException {
        JsonNode models = models(1_000, "{'type': 'array', 'items': NEXT}", "{'type': 'string'}");

        // The class that stands in for the models of a contract that has none.
        assertThat(models.propertyNames()).containsExactly("NoModel");
    }

    @Test
    void alternativesThatLeadBackToThemselvesHaveAnEnd() throws IOException {
        JsonNode models = models(
                1,
                "{'properties': {'a': {'type': 'string'}}, 'anyOf': [NEXT]}",
                "{'anyOf': [{'$ref': '#/components/schemas/S1'}, {'properties': {'b': {'type': 'string'}}}]}");

        assertThat(model(models, "S0")
                        .path("fields")
                        .valueStream()
                        .map(field -> field.path("wire").asString()))
                .containsExactly("a", "b");
    }
}
