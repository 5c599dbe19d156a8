package dev.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.verify.cases.Derivation;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.mutation.FirstField;
import dev.countersign.verify.mutation.Mutation;
import dev.countersign.verify.mutation.Mutations;
import dev.countersign.verify.mutation.PactChanges;
import dev.countersign.verify.pact.Interactions;
import dev.countersign.verify.provider.Relay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each actor is broken on purpose, by a field that has another name on one side: the red line says who it is, in which
 * operation, and which field.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlameIT {
    @RegisterExtension
    static final PackagedMock MOCK = new PackagedMock();

    @TempDir
    Path folder;

    private Layers layers;

    @BeforeAll
    void prepare() {
        layers = Layers.whereMutantsAreMade();
    }

    @Test
    void clientIsBlamedForAFieldThatItDoesNotKnow() throws IOException {
        Mutation mutation = mutation("request", "renamed in schema and examples");
        isBlamed(
                "the client breaks ",
                mutation.field(),
                layers.client(mutant(mutation).contract()));
    }

    @Test
    void mockServerIsBlamedForAFieldThatItDoesNotSend() {
        AtomicReference<String> field = new AtomicReference<>();
        try (Relay mutant = new Relay(MOCK.url())) {
            mutant.changing(answer -> {
                FirstField.of(answer.text()).ifPresent(field::set);
                return answer.withText(FirstField.renamed(answer.text()));
            });
            Optional<String> red = layers.provider(mutant.url());
            if (field.get() == null) {
                abort("no answer of this contract has a field");
            }
            isBlamed("the mock server breaks ", field.get(), red);
        }
    }

    @Test
    void pactIsBlamedForAFieldThatTheContractDoesNotHave() {
        JsonNode pact = JsonMapper.shared().readTree(Subject.pactFile());
        PactChanges.Change change = PactChanges.all(pact).entrySet().stream()
                .filter(each -> each.getKey().endsWith("of a response renamed"))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseGet(() -> abort("no answer of this contract has a field"));
        ObjectNode copy = pact.deepCopy().asObject();
        change.change().accept(copy);
        isBlamed("the pact breaks ", change.field(), layers.pact(copy));
    }

    @Test
    void contractIsBlamedForAnExampleThatItsSchemaDoesNotKnow() throws IOException {
        Mutation mutation = mutation("answer", "renamed in the schema only");
        isBlamed("the contract, at ", mutation.field(), layers.gate(mutant(mutation)));
    }

    /** Everything that is derived from a document agrees with it, so only what was released can tell. */
    @Test
    void fieldRenamedEverywhereIsSeenByComparisonWithTheReleaseAlone() throws IOException {
        Mutation mutation = mutation("answer", "renamed in schema and examples");
        LoadedContract mutant = mutant(mutation);
        Contract contract = mutant.contract();
        Derivation derivation = Derivation.of(contract, new SchemaSamples(contract));
        Path pact = folder.resolve("coherent.json");
        Subject.pact()
                .write(
                        pact,
                        derivation.cases().stream()
                                .map(new Interactions(contract)::of)
                                .toList());
        Verification verification = new Verification(pact, contract, derivation);

        assertThat(layers.gate(mutant)).as("the gate").isEmpty();
        List<String> failures = Layers.serving(
                contract,
                url -> verification
                        .promises()
                        .flatMap(promise -> verification.failures(ProviderUnderTest.mock(url), promise).stream())
                        .toList());
        assertThat(failures)
                .as("the mock server and the pact of the same document")
                .isEmpty();
        isBlamed("the contract, at ", mutation.field(), layers.release(contract));
    }

    private static void isBlamed(String side, String field, Optional<String> message) {
        assertThat(message).hasValueSatisfying(text -> {
            assertThat(text).startsWith(side).contains(field);
            assertThat(Subject.contract().operations())
                    .as("the operations, one of which \"%s\" names", text)
                    .anySatisfy(operation -> assertThat(text).contains(operation.method() + " " + operation.path()));
        });
    }

    private static Mutation mutation(String message, String kind) {
        return Mutations.of(Subject.contract().document().deepCopy()).stream()
                .filter(each -> each.place().startsWith(message) && each.name().endsWith(kind))
                .findFirst()
                .orElseGet(() -> abort("no " + message + " of this contract has a field"));
    }

    private LoadedContract mutant(Mutation mutation) throws IOException {
        ObjectNode copy = Subject.contract().document().deepCopy();
        mutation.change().accept(copy);
        Path file = Files.createTempFile(folder, "mutant", ".json");
        Files.write(file, JsonMapper.shared().writeValueAsBytes(copy));
        return ContractLoader.load(file);
    }
}
