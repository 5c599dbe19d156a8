package dev.countersign.client.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.ContractLoader;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that no generator likes: their clients compile without a warning and lose nothing of their examples. */
class OddDocumentsTest {
    private static final Path CONTRACTS = Path.of("src/test/resources/contracts");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"names.yaml", "untagged.yaml", "unions.yaml", "enums.yaml"})
    void compilesWithoutAWarningAndRoundTripsEveryExample(String name) throws Exception {
        assertThat(examplesOf(CONTRACTS.resolve(name))).isNotEmpty();
    }

    /** One contract that is like those people have, and one with everything that a client can be asked to write. */
    @Test
    void theClientOfTheSecondContractCompilesWithoutAWarningAndRoundTripsItsExamples() throws Exception {
        assertThat(examplesOf(Path.of("../openapi/src/test/resources/contracts/library.yaml")))
                .hasSizeGreaterThan(10);
    }

    @Test
    void theClientOfAContractWithOneOfFormMultipartAndAllParameterStylesDoesSoToo() throws Exception {
        assertThat(examplesOf(CONTRACTS.resolve("everything.yaml"))).hasSize(10);
    }

    private List<String> examplesOf(Path document) throws Exception {
        GeneratedClient client = GeneratedClient.of(document, folder);
        assertThat(client.complaints()).isEmpty();
        assertThat(SourceText.faults(client.sources())).isEmpty();
        RoundTrips trips = RoundTrips.of(client, ContractLoader.load(document).contract());
        assertThat(trips.losses()).isEmpty();
        return trips.made();
    }

    /** What is deprecated says so, and what still uses it is quiet about it. */
    @Test
    void aContractWithDeprecatedPartsCompilesWithoutAWarning() throws Exception {
        GeneratedClient client = GeneratedClient.of(CONTRACTS.resolve("deprecated.yaml"), folder);

        assertThat(client.complaints()).isEmpty();
        assertThat(client.model("Old")).hasAnnotation(Deprecated.class);
        assertThat(client.model("Current")).matches(type -> !type.isAnnotationPresent(Deprecated.class));
        assertThat(SourceText.faults(client.sources())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "required: true, "})
    void aBodyOfAnythingCompiles(String required) throws IOException {
        Path document = Files.writeString(folder.resolve("anything.yaml"), """
                openapi: 3.0.3
                info: {title: Anything, version: '1'}
                paths: {/a: {post: {requestBody: {%scontent: {application/json: {}}}, responses: {'204': {description: done}}}}}
                """.formatted(required));

        assertThat(GeneratedClient.of(document, folder).complaints()).isEmpty();
    }

    /** Java imports nothing from a package without a class, and a consumer may import the models of any client. */
    @Test
    void aContractWithoutModelsHasAClassInTheirPackage() throws Exception {
        Path document = Files.writeString(folder.resolve("bare.yaml"), """
                openapi: 3.0.3
                info: {title: Bare, version: '1'}
                paths: {/a: {get: {operationId: a, responses: {'204': {description: done}}}}}
                """);
        GeneratedClient client = GeneratedClient.of(document, folder);

        assertThat(client.complaints()).isEmpty();
        assertThat(SourceText.faults(client.sources())).isEmpty();
        assertThat(client.model("NoModel").getPackageName()).endsWith(".model");
    }

    /** What a documentation page shows is left out where it would be no Java. */
    @Test
    void examplesThatFitNoSchemaStopNothing() {
        assertThat(GeneratedClient.of(CONTRACTS.resolve("examples.yaml"), folder)
                        .complaints())
                .isEmpty();
    }

    @Test
    void octetsOutsideOfABodyAreTextAndAnAnswerWithoutContentReturnsNothing() throws Exception {
        GeneratedClient client = GeneratedClient.of(CONTRACTS.resolve("examples.yaml"), folder);

        Method call = client.facade("DefaultApi").getMethod("octetsInAQuery", String.class);
        assertThat(call.getReturnType()).isEqualTo(void.class);
    }

    /** A method of Java takes so many parameters, and no more. */
    @Test
    void twoHundredRequiredParametersCompile() throws IOException {
        StringBuilder parameters = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            parameters.append("{name: p" + i + ", in: query, required: true, schema: {type: integer}}, ");
        }
        Path document = Files.writeString(folder.resolve("many.yaml"), """
                openapi: 3.0.3
                info: {title: Many, version: '1'}
                paths: {/a: {get: {parameters: [%s], responses: {'204': {description: done}}}}}
                """.formatted(parameters));

        assertThat(GeneratedClient.of(document, folder).complaints()).isEmpty();
    }

    /** One call behind the other for each of them would be more than javac's stack may hold. */
    @ParameterizedTest
    @ValueSource(strings = {"application/json: {}", "multipart/form-data: {encoding: {a: {contentType: text/plain}}}"})
    void fourHundredOptionalParametersAndABodyCompile(String body) throws Exception {
        StringBuilder parameters = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            parameters.append("""
                    {name: q%1$d, in: query, schema: {type: string}}, {name: H%1$d, in: header, schema: {type: string}},
                    {name: c%1$d, in: cookie, schema: {type: string}}, {name: r%1$d, in: query, schema: {type: array, items: {type: integer}}},
                    """.formatted(i));
        }
        Path document = Files.writeString(folder.resolve("many.yaml"), """
                openapi: 3.0.3
                info: {title: Many, version: '1'}
                paths:
                  /a/{request}:
                    post:
                      parameters: [{name: request, in: path, required: true, schema: {type: string}}, %s]
                      requestBody: {required: true, content: {%s}}
                      responses: {'204': {description: done}}
                """.formatted(parameters, body));
        GeneratedClient client = GeneratedClient.of(document, folder);

        assertThat(client.complaints()).isEmpty();
        assertThat(SourceText.faults(client.sources())).isEmpty();
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
