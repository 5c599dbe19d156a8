package dev.countersign.client.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.client.runtime.json.Json;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract's examples as values, by their names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExampleValuesTest {
    private GeneratedClient client;

    @BeforeAll
    void generate(@TempDir Path folder) {
        client = GeneratedClient.of(Path.of("src/test/resources/contracts/example-values.yaml"), folder);
        assertThat(client.complaints()).isEmpty();
    }

    private Object operation(String name) throws Exception {
        return client.root("OddExamples").getMethod(name).invoke(null);
    }

    private Object value(String operation, String example) throws Exception {
        Object examples = operation(operation);
        return examples.getClass().getMethod(example).invoke(examples);
    }

    private String json(String operation, String example) throws Exception {
        return new String(Json.write(value(operation, example)), StandardCharsets.UTF_8);
    }

    private Stream<String> methods(String operation) throws Exception {
        return Stream.of(operation(operation).getClass().getDeclaredMethods()).map(Method::getName);
    }

    @Test
    void areAnswersAndRequests() throws Exception {
        assertThat(methods("addPet"))
                .containsExactlyInAnyOrder(
                        "success", "getClass200", "success4XX", "statusDefault", "successRequest", "defaultRequest");
        assertThat(json("addPet", "success")).isEqualTo("{\"name\":\"Rex\"}");
        assertThat(value("addPet", "success"))
                .isInstanceOf(client.model("Pet"))
                .isNotSameAs(value("addPet", "success"));
        assertThat(json("addPet", "successRequest"))
                .isEqualTo("{\"name\":\"Rex\",\"born\":\"2024-02-29\",\"tags\":[\"a\",\"\u00e9\"]}");
        assertThat(value("addPet", "success4XX")).isInstanceOf(client.model("Problem"));
        assertThat(json("addPet", "statusDefault")).isEqualTo("{\"title\":\"Sorry\"}");
    }

    @Test
    void areTextsAndListsToo() throws Exception {
        assertThat(methods("putText")).containsExactlyInAnyOrder("status200", "status202", "status203", "request");
        assertThat(value("putText", "request")).isEqualTo("a\n\"b\"");
        assertThat(value("putText", "status200")).isEqualTo(List.of(1L, 2L));
        assertThat(value("putText", "status202")).isInstanceOf(Map.class);
        assertThat(json("putText", "status202")).isEqualTo("{\"a\":[1.5,null]}");
    }

    @Test
    void sayWhenTheyDoNotFit() {
        assertThatThrownBy(() -> value("putText", "status203"))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the contract's example does not fit its schema: ")
                .hasMessageNotContaining("one");
    }

    @Test
    void areNoneWhereThereIsNoExample() {
        assertThatThrownBy(() -> operation("nothing")).isInstanceOf(NoSuchMethodException.class);
    }

    @Test
    void mayBeLong(@TempDir Path folder) throws Exception {
        String text = "\u00e9\\".repeat(40_000);
        Path contract = Files.writeString(folder.resolve("long.yaml"), """
                openapi: 3.1.0
                info: {title: Odd, version: 1.0.0}
                paths:
                  /long:
                    get:
                      operationId: read
                      responses: {'200': {description: It, content: {application/json: {schema: {type: object}, example: {text: '%s'}}}}}
                """.formatted(text));
        GeneratedClient generated = GeneratedClient.of(contract, Files.createDirectory(folder.resolve("out")));

        assertThat(generated.complaints()).isEmpty();
        Object examples = generated.root("OddExamples").getMethod("read").invoke(null);
        assertThat(Json.write(examples.getClass().getMethod("status200").invoke(examples)))
                .isEqualTo(Json.write(Map.of("text", text)));
    }
}
