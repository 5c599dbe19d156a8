package dev.countersign.client.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.countersign.client.runtime.Json;
import dev.countersign.client.runtime.JsonType;
import dev.countersign.openapi.Contract;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.Example;
import dev.countersign.openapi.MediaTypeSpec;
import dev.countersign.openapi.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Documents that no generator likes: their clients compile without a warning and lose nothing of their examples. */
class OddDocumentsTest {
    private static final Path CONTRACTS = Path.of("src/test/resources/contracts");

    private static final JsonMapper TREES = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"names.yaml", "untagged.yaml", "unions.yaml"})
    void compilesWithoutAWarningAndRoundTripsEveryExample(String name) throws Exception {
        Path document = CONTRACTS.resolve(name);
        GeneratedClient client = GeneratedClient.of(document, folder);
        assertThat(client.complaints()).isEmpty();

        int examples = 0;
        Contract contract = ContractLoader.load(document).contract();
        for (var path : client.input().path("paths")) {
            ObjectNode described = (ObjectNode) path.iterator().next().path("x-operation");
            Operation operation =
                    contract.operation(described.path("id").stringValue()).orElseThrow();
            String body = described.path("body").path("boxed").asString("");
            for (MediaTypeSpec media :
                    operation.requestBody().map(each -> each.content()).orElse(List.of())) {
                examples += roundTrip(client, body, media);
            }
            for (var response : operation.responses()) {
                String type = Stream.of("successes", "failures")
                        .flatMap(list -> described.path(list).valueStream())
                        .filter(row -> row.path("status").stringValue().equals(response.status()))
                        .findFirst()
                        .orElseThrow()
                        .path("type")
                        .stringValue();
                for (MediaTypeSpec media : response.content()) {
                    examples += roundTrip(client, type, media);
                }
            }
        }
        assertThat(examples).isPositive();
    }

    private static int roundTrip(GeneratedClient client, String type, MediaTypeSpec media) throws Exception {
        List<Example> examples = new ArrayList<>(media.examples());
        examples.removeIf(example -> example.value().isEmpty());
        for (Example example : examples) {
            String json = example.value().orElseThrow().toString();
            Object read = Json.read(json.getBytes(StandardCharsets.UTF_8), JsonType.of(client.model(type)));
            JsonNode written = TREES.readTree(Json.write(read));
            assertThat(written).as(example.pointer()).isEqualTo(TREES.readTree(json));
        }
        return examples.size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "/a: {get: {responses: {'204': {description: done}}}}"})
    void compilesADocumentWithoutAnyModel(String paths) throws IOException {
        Path document = Files.writeString(
                folder.resolve("bare.yaml"),
                "openapi: 3.1.0\ninfo: {title: Bare, version: '1'}\npaths:\n  " + paths + "\n");

        assertThat(GeneratedClient.of(document, folder).complaints()).isEmpty();
    }
}
