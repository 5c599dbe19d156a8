package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.choose.Bodies;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.validate.Validated;
import dev.countersign.mock.validate.Violation;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.check.ContractCheck;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Documents unlike each other, as a whole (OAS 3.0, 3.1 and 3.2 section 4.8; Swagger 2.0): every operation takes what
 * fits it, refuses what does not and says why, and answers with what its own schema accepts. The seeds are the numbers
 * that failures print.
 */
class WholeDocumentsTest {
    private static final int SEEDS = 60;

    private static Contract contract(String name) {
        Path folder = name.startsWith("..") ? Path.of("") : Path.of("src/test/resources/contracts");
        return ContractLoader.load(folder.resolve(name)).contract();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "styles.yaml",
                "recursive.yaml",
                "swagger2.json",
                "split/api.yaml",
                "../openapi/src/test/resources/contracts/library.yaml"
            })
    void everyOperationAnswersAValidRequestWithAValidResponse(String name) {
        Contract contract = contract(name);
        Mock mock = Mock.compile(contract, MockOptions.DEFAULTS.with(Bodies.DYNAMIC));
        CompiledContract compiled = CompiledContract.of(contract);
        ValidRequests requests = new ValidRequests(contract);
        for (Operation operation : contract.operations()) {
            for (long seed = 0; seed < SEEDS && !isForm(operation); seed++) {
                Explanation walk = mock.walk(requests.of(operation, seed));

                assertThat(walk.validated().map(Validated::violations))
                        .as("%s, seed %d: %s", operation.id(), seed, walk.request())
                        .contains(List.of());
                assertThat(walk.response().status()).as(operation.id()).isBetween(200, 299);
                assertThat(compiled.operation(operation).responses().validate(walk.response()))
                        .as(
                                "%s, seed %d: %s",
                                operation.id(), seed, walk.response().text())
                        .isEmpty();
            }
        }
    }

    private static boolean isForm(Operation operation) {
        return operation.requestBody().stream()
                .flatMap(body -> body.content().stream())
                .anyMatch(type -> type.name().contains("form"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recursive.yaml",
                "swagger2.json",
                "split/api.yaml",
                "../openapi/src/test/resources/contracts/library.yaml"
            })
    void everySingleFaultInABodyIsNamed(String name) {
        Contract contract = contract(name);
        Mock mock = Mock.compile(contract, MockOptions.DEFAULTS);
        ValidRequests requests = new ValidRequests(contract);
        int faults = 0;
        for (Operation operation : contract.operations()) {
            for (long seed = 0; seed < SEEDS; seed++) {
                JsonNode body = requests.body(operation, seed).orElse(null);
                if (body instanceof ObjectNode object) {
                    for (String property : new ArrayList<>(object.propertyNames())) {
                        ObjectNode broken = object.deepCopy();
                        broken.putObject(property).put("not", "what was asked for");
                        MockRequest request = withBody(requests.of(operation, seed), broken);
                        faults += named(mock, request, property);
                    }
                }
            }
        }
        assertThat(faults).isGreaterThan(SEEDS);
    }

    /** Where an object is allowed in this place the request is still valid; otherwise the place must be named. */
    private static int named(Mock mock, MockRequest request, String property) {
        Validated validated = mock.walk(request).validated().orElseThrow();
        if (validated.isValid()) {
            return 0;
        }
        assertThat(validated.violations())
                .as("%s with a fault in %s", request, property)
                .isNotEmpty()
                .anySatisfy(violation ->
                        assertThat(violation.pointer() + violation.message()).contains(property));
        return 1;
    }

    private static MockRequest withBody(MockRequest request, JsonNode body) {
        return new MockRequest(
                request.method(),
                request.path(),
                request.query(),
                request.headers(),
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyMissingParameterIsNamed() {
        Contract contract = contract("styles.yaml");
        Mock mock = Mock.compile(contract, MockOptions.DEFAULTS);
        ValidRequests requests = new ValidRequests(contract);
        for (Operation operation : contract.operations()) {
            MockRequest valid = requests.of(operation, 1);
            MockRequest bare = new MockRequest(valid.method(), valid.path(), "", Headers.of(List.of()), valid.body());
            List<String> missing = operation.parameters().stream()
                    .filter(parameter ->
                            parameter.required() && !parameter.in().name().equals("PATH"))
                    .map(parameter -> parameter.name())
                    .toList();

            assertThat(mock.walk(bare).validated().orElseThrow().violations().stream()
                            .map(Violation::name))
                    .as(operation.id())
                    .isEqualTo(missing);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,000 operations|1002", "recursive|150", "3.1|150", "several files|150", "Swagger 2.0|150"})
    void everyOperationOfALargeDocumentAnswers(String name, int operations, @TempDir Path folder) throws IOException {
        LoadedContract loaded = ContractLoader.load(LargeDocuments.write(name, folder));
        Contract contract = loaded.contract();
        Mock mock = Mock.compile(contract, MockOptions.DEFAULTS);
        CompiledContract compiled = CompiledContract.of(contract);
        ValidRequests requests = new ValidRequests(contract);
        assertThat(ContractCheck.document(loaded)).isEmpty();
        assertThat(contract.operations()).hasSize(operations);
        for (Operation operation : contract.operations()) {
            Explanation walk = mock.walk(requests.of(operation, 1));

            assertThat(walk.validated().map(Validated::summary))
                    .as("%s: %s", operation.id(), walk.request())
                    .contains("");
            assertThat(Integer.toString(walk.response().status()))
                    .isEqualTo(operation.responses().get(0).status());
            assertThat(compiled.operation(operation).responses().validate(walk.response()))
                    .as("%s: %s", operation.id(), walk.response().text())
                    .isEmpty();
        }
    }

    @Test
    void readsTheOlderDialect() {
        Mock mock = Mock.compile(contract("swagger2.json"), MockOptions.DEFAULTS);

        assertThat(mock.answer(MockRequest.of("GET", "/v1/parts?ids=1,2", List.of(), ""))
                        .text())
                .isEqualTo("[{\"id\":1,\"name\":\"bolt\"}]");
        Header form = new Header("Content-Type", "multipart/form-data; boundary=b");
        String body = "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n--b--\r\n";
        assertThat(mock.answer(MockRequest.of("POST", "/v1/uploads", List.of(form), body))
                        .status())
                .isEqualTo(204);
    }
}
