package dev.countersign.verify.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.verify.ShippedContract;
import dev.countersign.verify.cases.Derivation;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.pact.Interactions;
import dev.countersign.verify.pact.Subject;
import dev.countersign.verify.provider.OwnMock;
import dev.countersign.verify.provider.PactVerification;
import dev.countersign.verify.provider.ProviderUnderTest;
import dev.countersign.verify.provider.Relay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each actor is broken on purpose, by a field that has another name on one side: the red line says who it is, in which
 * operation, and which field.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlameTest {
    @TempDir
    static Path folder;

    private final Subject subject = ShippedContract.subject();
    private OwnMock mock;
    private Detection detection;

    @BeforeAll
    void prepare() {
        Path pact = ShippedContract.pactIn(folder);
        detection = new Detection(
                subject,
                ShippedContract.call(),
                pact,
                Optional.empty(),
                subject.contract().document());
        mock = OwnMock.of(subject.contract());
    }

    @AfterAll
    void stop() {
        mock.close();
    }

    @Test
    void clientIsBlamedForAFieldThatItDoesNotKnow() throws IOException {
        Mutation mutation = mutation("request", "renamed in schema and examples");
        isBlamed(
                "the client breaks ",
                mutation.field(),
                detection.client(mutant(mutation).contract()));
    }

    @Test
    void mockServerIsBlamedForAFieldThatItDoesNotSend() {
        AtomicReference<String> field = new AtomicReference<>();
        try (Relay mutant = new Relay(mock.url())) {
            mutant.changing(answer -> {
                FirstField.of(answer.text()).ifPresent(field::set);
                return answer.withText(FirstField.renamed(answer.text()));
            });
            Optional<String> red = detection.provider(mutant.url());
            if (field.get() == null) {
                abort("no answer of this contract has a field");
            }
            isBlamed("the mock server breaks ", field.get(), red);
        }
    }

    @Test
    void pactIsBlamedForAFieldThatTheContractDoesNotHave() {
        JsonNode pact = JsonMapper.shared().readTree(subject.pactIn(folder));
        PactChanges.Change change = PactChanges.all(pact).entrySet().stream()
                .filter(each -> each.getKey().endsWith("of a response renamed"))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseGet(() -> abort("no answer of this contract has a field"));
        ObjectNode copy = pact.deepCopy().asObject();
        change.change().accept(copy);
        isBlamed("the pact breaks ", change.field(), detection.pact(copy));
    }

    @Test
    void contractIsBlamedForAnExampleThatItsSchemaDoesNotKnow() throws IOException {
        Mutation mutation = mutation("answer", "renamed in the schema only");
        isBlamed("the contract, at ", mutation.field(), detection.gate(mutant(mutation)));
    }

    /** Everything that is derived from a document agrees with it, so only what was released can tell. */
    @Test
    void fieldRenamedEverywhereIsSeenByComparisonWithTheReleaseAlone() throws IOException {
        Mutation mutation = mutation("answer", "renamed in schema and examples");
        LoadedContract mutant = mutant(mutation);
        Contract contract = mutant.contract();
        Derivation derivation = Derivation.of(contract, new SchemaSamples(contract));
        Path pact = folder.resolve("coherent.json");
        subject.pact()
                .write(
                        pact,
                        derivation.cases().stream()
                                .map(new Interactions(contract)::agreed)
                                .toList());
        PactVerification verification = new PactVerification(pact, contract, derivation);

        assertThat(detection.gate(mutant)).as("the gate").isEmpty();
        List<String> failures = Detection.serving(
                contract,
                url -> verification
                        .promises()
                        .flatMap(promise -> verification.failures(ProviderUnderTest.mock(url), promise).stream())
                        .toList());
        assertThat(failures)
                .as("the mock server and the pact of the same document")
                .isEmpty();
        isBlamed("the contract, at ", mutation.field(), detection.release(contract));
    }

    private void isBlamed(String side, String field, Optional<String> message) {
        assertThat(message).hasValueSatisfying(text -> {
            assertThat(text).startsWith(side).contains(field);
            assertThat(subject.contract().operations())
                    .as("the operations, one of which \"%s\" names", text)
                    .anySatisfy(operation -> assertThat(text).contains(operation.method() + " " + operation.path()));
        });
    }

    private Mutation mutation(String message, String kind) {
        return Mutations.of(subject.contract().document().deepCopy()).stream()
                .filter(each -> each.place().startsWith(message) && each.name().endsWith(kind))
                .findFirst()
                .orElseGet(() -> abort("no " + message + " of this contract has a field"));
    }

    private LoadedContract mutant(Mutation mutation) throws IOException {
        ObjectNode copy = subject.contract().document().deepCopy();
        mutation.change().accept(copy);
        Path file = Files.createTempFile(folder, "mutant", ".json");
        Files.write(file, JsonMapper.shared().writeValueAsBytes(copy));
        return ContractLoader.load(file);
    }
}
