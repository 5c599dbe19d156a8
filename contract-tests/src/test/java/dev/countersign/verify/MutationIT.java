package dev.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.verify.cases.AnswerHeaders;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.mutation.ClientChanges;
import dev.countersign.verify.mutation.MockChanges;
import dev.countersign.verify.mutation.Mutation;
import dev.countersign.verify.mutation.Mutations;
import dev.countersign.verify.mutation.PactChanges;
import dev.countersign.verify.provider.Relay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Do these tests notice anything? Document, mock server, client and pact are changed, one at a time and in one way at a
 * time, and some layer has to go red. A change that changes nothing in this contract is no mutant of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutationIT {
    @RegisterExtension
    static final PackagedMock MOCK = new PackagedMock();

    @TempDir
    static Path folder;

    private final MutantReport report = new MutantReport();
    private Layers layers;

    @BeforeAll
    void prepare() {
        layers = Layers.whereMutantsAreMade();
        assertThat(layers.provider(MOCK.url())).as("the unchanged mock server").isEmpty();
        assertThat(layers.pact(JsonMapper.shared().readTree(Subject.pactFile())))
                .as("the unchanged pact")
                .isEmpty();
        assertThat(layers.firstRed(Subject.contractFile()))
                .as("the unchanged document")
                .isEmpty();
    }

    @AfterAll
    void write() throws IOException {
        report.write();
    }

    @TestFactory
    Stream<DynamicTest> changedDocumentIsNoticed() {
        ObjectNode document = Subject.contract().document();
        return Mutations.of(document.deepCopy()).stream()
                .map(mutation -> test("contract", mutation.place() + ": " + mutation.name(), () -> {
                    Path mutant = mutant(document, mutation);
                    return layers.firstRed(mutant);
                }));
    }

    @TestFactory
    Stream<DynamicTest> changedMockServerIsNoticed() {
        AnswerHeaders headers = new AnswerHeaders(new SchemaSamples(Subject.contract()));
        Set<String> promised = Subject.derivation().cases().stream()
                .flatMap(each -> headers.promised(each).stream())
                .collect(Collectors.toSet());
        return MockChanges.all(promised).entrySet().stream()
                .map(change -> test("mock server", change.getKey(), () -> {
                    try (Relay wrong = new Relay(MOCK.url())) {
                        wrong.changing(change.getValue());
                        Optional<String> red = layers.provider(wrong.url());
                        assumeTrue(wrong.hasChanged(), "this contract gives no occasion for it");
                        return red.map(what -> new Layers.Kill("mock server against pact", what));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> changedClientIsNoticed() {
        Set<String> credentials = new TreeSet<>(Set.of("Authorization", "Cookie"));
        Subject.derivation()
                .cases()
                .forEach(each -> credentials.addAll(each.credentials().headers().keySet()));
        return ClientChanges.all(credentials).entrySet().stream()
                .map(change -> test("client", change.getKey(), () -> {
                    Optional<String> red = layers.client(change.getValue());
                    assumeFalse(red.equals(Optional.of("")), "this contract gives no occasion for it");
                    return red.map(what -> new Layers.Kill("client against pact", what));
                }));
    }

    @TestFactory
    Stream<DynamicTest> changedPactIsNoticed() {
        JsonNode pact = JsonMapper.shared().readTree(Subject.pactFile());
        return PactChanges.all(pact).entrySet().stream()
                .map(change -> test("pact", change.getKey(), () -> {
                    ObjectNode copy = pact.deepCopy().asObject();
                    change.getValue().change().accept(copy);
                    return layers.pact(copy).map(what -> new Layers.Kill("pact against contract", what));
                }));
    }

    /** Finds the first layer that is red. */
    @FunctionalInterface
    private interface Check {
        Optional<Layers.Kill> run() throws IOException;
    }

    private DynamicTest test(String actor, String change, Check check) {
        return DynamicTest.dynamicTest(actor + ": " + change, () -> {
            Optional<Layers.Kill> kill = check.run();
            report.add(actor, change, kill);
            assertThat(kill).as("what some layer says of it").isPresent();
        });
    }

    private static Path mutant(ObjectNode document, Mutation mutation) throws IOException {
        ObjectNode copy = document.deepCopy();
        mutation.change().accept(copy);
        assertThat(copy).as("the mutant").isNotEqualTo(document);
        Path file = Files.createTempFile(folder, "mutant", ".json");
        Files.write(file, JsonMapper.shared().writeValueAsBytes(copy));
        return file;
    }
}
