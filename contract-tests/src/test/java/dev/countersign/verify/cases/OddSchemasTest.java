package dev.countersign.verify.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** However a schema says it, a case is derived from it, with bodies that have the properties that it describes. */
class OddSchemasTest {
    private static final Path TABLE = Path.of("../openapi/src/test/resources/contracts/odd-schemas.yaml");
    private static final Pattern NAME =
            Pattern.compile("^    (Odd(?!Half|Secret|Attribute|CircleBack)\\w+):", Pattern.MULTILINE);

    @TempDir
    static Path folder;

    private static Contract contract;

    /** Without one that chooses between itself and another: its value need have nothing of the other. */
    static Stream<String> odd() throws IOException {
        return NAME.matcher(Files.readString(TABLE))
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.equals("OddCircle"));
    }

    @BeforeAll
    static void load() throws IOException {
        String paths = odd().map(OddSchemasTest::path).collect(Collectors.joining());
        String text = Files.readString(TABLE).replace("paths: {}\n", "paths:\n" + paths);
        contract = ContractLoader.load(Files.writeString(folder.resolve("odd.yaml"), text))
                .contract();
    }

    private static String path(String name) {
        return """
                  /NAME:
                    post:
                      operationId: NAME
                      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/NAME'}}}}
                      responses:
                        '200': {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/NAME'}}}}
                """.replace("NAME", name);
    }

    @ParameterizedTest
    @MethodSource("odd")
    void bodiesAreMadeFromTheSchema(String name) {
        Operation operation = contract.operations().stream()
                .filter(each -> each.id().equals(name))
                .findFirst()
                .orElseThrow();
        SchemaSamples samples = new SchemaSamples(contract);
        List<TestCase> cases = Derivation.ofWhatIsThere(contract, samples).cases().stream()
                .filter(each -> each.operation().equals(operation))
                .toList();

        assertThat(cases).hasSize(1);
        for (Body body : List.of(
                cases.get(0).body().orElseThrow(), cases.get(0).answer().body().orElseThrow())) {
            JsonNode value = body.value();
            assertThat(value.propertyNames()).contains("count", "token", "problems", "key");
            assertThat(value.path("count").isIntegralNumber()).isTrue();
            assertThat(value.path("problems").isArray()).isTrue();
            assertThat(samples.requestFault(body.schema().orElseThrow(), value)).isEmpty();
        }
    }
}
