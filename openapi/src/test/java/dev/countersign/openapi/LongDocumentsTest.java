package dev.countersign.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countersign.openapi.check.ContractCheck;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.Schemas;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What grows in one direction takes time in proportion, and no stack: documents that hung or fell over would end here. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LongDocumentsTest {
    private static final int MANY = 5_000;

    @TempDir
    Path folder;

    private DocumentFiles files;

    @BeforeEach
    void files() {
        files = new DocumentFiles(folder);
    }

    private LoadedContract load(String operation, String rest) {
        return files.with(
                        "api.json",
                        "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"T\", \"version\": \"1\"}, \"paths\": {"
                                + operation.replace('\'', '"') + "}" + rest.replace('\'', '"') + "}")
                .load("api.json");
    }

    private static String each(int count, String pattern) {
        return IntStream.range(0, count)
                .mapToObj(i -> pattern.replace("NEXT", Integer.toString(i + 1)).replace("N", Integer.toString(i)))
                .collect(Collectors.joining(","));
    }

    private static String answering(String response) {
        return "'/a': {'get': {'operationId': 'a', 'responses': {'200': " + response + "}}}";
    }

    @Test
    void aChainOfReferencesOfSchemas() {
        LoadedContract loaded = load(
                answering(
                        "{'description': '', 'content': {'application/json': {'schema': {'$ref': '#/components/schemas/S0'}, 'example': 1}}}"),
                ", 'components': {'schemas': {" + each(MANY, "'SN': {'$ref': '#/components/schemas/SNEXT'}") + ", 'S"
                        + MANY + "': {'type': 'integer'}}}");
        MediaTypeSpec content = loaded.contract()
                .operations()
                .get(0)
                .responses()
                .get(0)
                .content()
                .get(0);
        var schema = Schemas.of(loaded.contract()).compile(content.schema().orElseThrow(), Direction.RESPONSE);

        assertThat(schema.accepts(JsonMapper.shared().readTree("1"))).isTrue();
        assertThat(schema.accepts(JsonMapper.shared().readTree("'1'".replace('\'', '"'))))
                .isFalse();
        assertThat(ContractCheck.all(loaded)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"responses", "parameters", "headers"})
    void aChainOfReferencesOfOtherComponents(String section) {
        String end =
                section.equals("responses") ? "{'description': 'end'}" : "{'name': 'q', 'in': 'query', 'schema': {}}";
        LoadedContract loaded = load(
                "'/a': {'get': {'parameters': [{'$ref': '#/components/parameters/S0'}], 'responses': {'200': {'$ref': '#/components/responses/S0'}}}}",
                ", 'components': {'parameters': {'S0': {'name': 'q', 'in': 'query', 'schema': {}}}, 'responses': {'S0': {'description': 'end'}}, '"
                        + section + "': {" + each(MANY, "'SN': {'$ref': '#/components/" + section + "/SNEXT'}") + ", 'S"
                        + MANY
                        + "': " + end + "}}");
        Operation operation = loaded.contract().operations().get(0);

        assertThat(operation.parameters()).hasSize(1);
        assertThat(operation.responses().get(0).description()).isEqualTo("end");
    }

    @Test
    void aChainOfReferencesOfPathItems() {
        LoadedContract loaded = load(
                "'/a': {'$ref': '#/x-0'}",
                "," + each(MANY, "'x-N': {'$ref': '#/x-NEXT'}") + ", 'x-" + MANY
                        + "': {'get': {'operationId': 'end', 'responses': {}}}");

        assertThat(loaded.contract().operation("end")).isPresent();
    }

    @Test
    void aRingOfReferencesSaysThatItIsOne() {
        Throwable failure = catchThrowable(() -> load(
                "'/a': {'$ref': '#/x-0'}",
                "," + each(MANY, "'x-N': {'$ref': '#/x-NEXT'}") + ", 'x-" + MANY + "': {'$ref': '#/x-0'}"));

        assertThat(failure).isInstanceOf(ContractException.class);
    }

    @Test
    void twentyThousandComponents() {
        LoadedContract loaded = load(
                answering(
                        "{'description': '', 'content': {'application/json': {'schema': {'$ref': '#/components/schemas/S0'}, 'example': {}}}}"),
                ", 'components': {'schemas': {"
                        + each(20_000, "'SN': {'properties': {'next': {'$ref': '#/components/schemas/SNEXT'}}}")
                        + ", 'S20000': {}}}");

        assertThat(ContractCheck.all(loaded)).isEmpty();
    }

    @Test
    void fiveThousandParametersAndATemplateOfAsManySegments() {
        String path = each(MANY, "/{pN}").replace(",", "");
        LoadedContract loaded = load(
                "'" + path + "': {'get': {'operationId': 'a', 'parameters': ["
                        + each(MANY, "{'name': 'pN', 'in': 'path', 'required': true, 'schema': {}}") + ","
                        + each(MANY, "{'name': 'qN', 'in': 'query', 'schema': {}}")
                        + "], 'responses': {'204': {'description': ''}}}}",
                "");

        assertThat(loaded.contract().operations().get(0).parameters()).hasSize(2 * MANY);
        assertThat(ContractCheck.all(loaded)).isEmpty();
    }

    /** Each part doubles: without memory this would take two to the power of forty steps. */
    @Test
    void diamonds() {
        LoadedContract loaded = load(
                answering(
                        "{'description': '', 'content': {'application/json': {'schema': {'$ref': '#/components/schemas/S0'}, 'example': {'a': 1}}}}"),
                ", 'components': {'schemas': {"
                        + each(
                                40,
                                "'SN': {'allOf': [{'$ref': '#/components/schemas/SNEXT'}, {'$ref': '#/components/schemas/SNEXT'}]}")
                        + ", 'S40': {'properties': {'a': {'type': 'integer'}}}}}");

        assertThat(ContractCheck.all(loaded)).isEmpty();
    }
}
