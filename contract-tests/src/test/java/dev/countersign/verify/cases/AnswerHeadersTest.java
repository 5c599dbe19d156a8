package dev.countersign.verify.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerHeadersTest {
    @TempDir
    Path folder;

    private static final String ORIGIN = "Access-Control-Allow-Origin";

    private TestCase testCase;
    private AnswerHeaders headers;

    @BeforeEach
    void derive() throws IOException {
        Path document = Files.writeString(folder.resolve("pages.yaml"), """
                openapi: 3.1.0
                info: {title: Pages, version: 1.0.0}
                paths:
                  /pages:
                    get:
                      operationId: pages
                      responses:
                        '200':
                          description: A page
                          headers:
                            X-Left: {required: true, schema: {type: integer}}
                            X-Sizes: {schema: {type: array, items: {type: integer}}, example: [10, 20]}
                            ETag: {schema: {type: string}}
                            Vary: {schema: {type: string}, example: 'Accept, Origin'}
                            Access-Control-Allow-Origin: {schema: {type: string}, example: 'https://app.invalid'}
                            Content-Length: {required: true, schema: {type: integer}}
                """);
        Contract contract = ContractLoader.load(document).contract();
        SchemaSamples samples = new SchemaSamples(contract);
        testCase = Derivation.of(contract, samples).cases().get(0);
        headers = new AnswerHeaders(samples);
    }

    @Test
    void mockServerPromisesWhatIsRequiredOrHasAnExample() {
        assertThat(headers.promised(testCase))
                .containsExactly("X-Left", "X-Sizes", "Vary", "Access-Control-Allow-Origin");
        assertThat(faults(Map.of(), true))
                .containsExactly(
                        "header X-Left: there is none",
                        "header X-Sizes: there is none",
                        "header Vary: there is none",
                        "header Access-Control-Allow-Origin: there is none");
        assertThat(faults(Map.of("X-Left", "3", "X-Sizes", "10,30", "Vary", "Accept, Origin", ORIGIN, "*"), true))
                .containsExactly("header X-Sizes: expected 10,20, but was 10,30");
        assertThat(faults(
                        Map.of("X-Left", "3", "X-Sizes", "10,20", "ETag", "any", "Vary", "Accept,Origin", ORIGIN, "*"),
                        true))
                .isEmpty();
    }

    /** A server's own CORS layer adds what it depends on, and answers with the caller's own origin. */
    @Test
    void listsOfCorsNameThingsInAnyOrderAndMayNameMore() {
        Map<String, String> rest = Map.of("X-Left", "3", "X-Sizes", "10,20", ORIGIN, "http://127.0.0.1");
        assertThat(faults(with(rest, "Vary", "Origin, Accept-Encoding, accept"), true))
                .isEmpty();
        assertThat(faults(with(rest, "Vary", "Origin"), true))
                .containsExactly("header Vary: expected Accept, Origin, but was Origin");
    }

    private static Map<String, String> with(Map<String, String> all, String name, String value) {
        Map<String, String> more = new HashMap<>(all);
        more.put(name, value);
        return more;
    }

    @Test
    void realProviderPromisesWhatIsRequiredAndThatItFits() {
        assertThat(faults(Map.of("X-Left", "7", "X-Sizes", "1"), false)).isEmpty();
        assertThat(faults(Map.of(), false)).containsExactly("header X-Left: there is none");
        assertThat(faults(Map.of("X-Left", "many"), false))
                .singleElement()
                .asString()
                .startsWith("header X-Left: does not fit its schema: ");
    }

    private List<String> faults(Map<String, String> found, boolean literal) {
        return headers.faults(
                testCase, name -> found.containsKey(name) ? List.of(found.get(name)) : List.of(), literal);
    }
}
