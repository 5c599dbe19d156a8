package dev.countersign.verify.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerivationTest {
    @TempDir
    Path folder;

    @Test
    void examplesPairByName() throws IOException {
        Derivation derivation = derive("""
                  /orders:
                    post:
                      operationId: order
                      requestBody:
                        content:
                          application/json:
                            schema: {type: object}
                            examples:
                              small: {value: {items: 1}}
                              too-many: {value: {items: 99}}
                      responses:
                        '201':
                          description: ordered
                          content:
                            application/json:
                              schema: {type: object}
                              examples:
                                small: {value: {id: 7}}
                        '409':
                          description: refused
                          content:
                            application/json:
                              schema: {type: object}
                              examples:
                                too-many: {value: {why: stock}}
                """);

        assertThat(derivation.notes()).isEmpty();
        assertThat(derivation.cases())
                .extracting(TestCase::name, c -> sent(c), c -> answered(c), TestCase::preference)
                .containsExactly(
                        tuple("order answers 201 (small)", "{\"items\":1}", "{\"id\":7}", "code=201, example=small"),
                        tuple(
                                "order answers 409 (too-many)",
                                "{\"items\":99}",
                                "{\"why\":\"stock\"}",
                                "code=409, example=too-many"));
    }

    @Test
    void loneExamplePairsWithEveryName() throws IOException {
        Derivation derivation = derive("""
                  /orders:
                    post:
                      operationId: order
                      requestBody:
                        content:
                          application/json:
                            example: {items: 1}
                      responses:
                        '201':
                          description: ordered
                          content:
                            application/json:
                              examples:
                                first: {value: {id: 7}}
                                second: {value: {id: 8}}
                """);

        assertThat(derivation.notes()).isEmpty();
        assertThat(derivation.cases()).extracting(c -> sent(c)).containsExactly("{\"items\":1}", "{\"items\":1}");
    }

    @Test
    void namedRequestsAreAnsweredByTheLoneSuccess() throws IOException {
        Derivation derivation = derive("""
                  /orders:
                    post:
                      operationId: order
                      requestBody:
                        content:
                          application/json:
                            examples:
                              small: {value: {items: 1}}
                              large: {value: {items: 9}}
                      responses:
                        '204': {description: ordered}
                        '400': {description: refused}
                """);

        assertThat(derivation.notes()).isEmpty();
        assertThat(derivation.cases())
                .extracting(TestCase::name)
                .containsExactly("order answers 204 (small)", "order answers 204 (large)", "order answers 400");
        assertThat(derivation.cases())
                .extracting(TestCase::preference)
                .containsExactly("code=204", "code=204", "code=400");
    }

    @Test
    void namesThatPairWithNothingAreNoted() throws IOException {
        Derivation derivation = derive("""
                  /orders:
                    post:
                      operationId: order
                      requestBody:
                        content:
                          application/json:
                            examples:
                              small: {value: {items: 1}}
                              mispelled: {value: {items: 9}}
                      responses:
                        '201':
                          description: ordered
                          content:
                            application/json:
                              examples:
                                small: {value: {id: 7}}
                                misspelled: {value: {id: 8}}
                """);

        assertThat(derivation.notes())
                .containsExactly(
                        "order: answer 201 \"misspelled\" has no request example of that name; the first one is sent",
                        "order: request example \"mispelled\" has no answer of that name and is never sent");
        assertThat(derivation.cases()).extracting(c -> sent(c)).containsExactly("{\"items\":1}", "{\"items\":1}");
    }

    @Test
    void rangesAndDefaultStandForTheFirstCodeThatIsNotDocumented() throws IOException {
        Derivation derivation = derive("""
                  /orders:
                    get:
                      operationId: orders
                      responses:
                        '200': {description: fine}
                        '400': {description: wrong}
                        '4XX': {description: worse}
                        '500': {description: broken}
                        default: {description: anything}
                """);

        assertThat(derivation.cases()).extracting(TestCase::status).containsExactly(200, 400, 401, 500, 501);
    }

    @Test
    void answerOfDefaultAloneIsASuccess() throws IOException {
        Derivation derivation = derive("""
                  /orders:
                    get:
                      operationId: orders
                      responses:
                        default: {description: anything}
                """);

        assertThat(derivation.cases()).extracting(TestCase::status).containsExactly(200);
    }

    @Test
    void providerStateIsTheExamplesNameUnlessTheContractSaysOtherwise() throws IOException {
        Derivation derivation = derive("""
                  /orders:
                    get:
                      operationId: orders
                      responses:
                        '200':
                          description: fine
                          content:
                            application/json:
                              examples:
                                none: {value: []}
                                one: {value: [1], x-provider-state: one order exists}
                                two: {value: [1, 2], x-provider-state: {name: orders exist, params: {count: 2}}}
                        '404': {description: gone}
                """);

        assertThat(derivation.cases())
                .extracting(c -> c.state().name())
                .containsExactly("none", "one order exists", "orders exist", "status 404");
        assertThat(derivation.cases().get(2).state().parameters().toString()).isEqualTo("{count=2}");
    }

    @Test
    void operationWithoutAFinalResponseIsRefused() {
        assertThatThrownBy(() -> derive("""
                          /orders:
                            get:
                              operationId: orders
                              responses:
                                '101': {description: switching}
                        """))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("operation orders (GET /orders) documents no response that could be verified."
                        + " Document at least one response with a final status");
    }

    @Test
    void contractWithoutOperationsIsRefused() {
        assertThatThrownBy(() -> derive("  {}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the contract \"Orders\" has no operation to verify");
    }

    private static String sent(TestCase testCase) {
        return testCase.body().orElseThrow().value().toString();
    }

    private static String answered(TestCase testCase) {
        return testCase.answer().body().orElseThrow().value().toString();
    }

    private Derivation derive(String paths) throws IOException {
        Path document = folder.resolve("orders.yaml");
        Files.writeString(
                document, "openapi: 3.1.0\ninfo: {title: Orders, version: 1.0.0}\npaths:\n" + paths.indent(0));
        Contract contract = ContractLoader.load(document).contract();
        return Derivation.of(contract, new SchemaSamples(contract));
    }
}
