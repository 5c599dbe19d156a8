package dev.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.V4Interaction;
import dev.countersign.verify.cases.Additions;
import dev.countersign.verify.cases.Case;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.pact.PactMockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The generated client keeps every case of the contract, against Pact's mock server. The pact is what falls out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsumerTest {
    private final List<V4Interaction.SynchronousHttp> kept = new ArrayList<>();
    private final PactMockServer server = new PactMockServer(Subject.pact());

    @BeforeAll
    void forgetTheLastPact() throws IOException {
        Files.createDirectories(Subject.pactFolder());
        try (Stream<Path> last = Files.list(Subject.pactFolder())) {
            for (Path pact : last.toList()) {
                Files.delete(pact);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> clientKeepsTheContract() {
        return Subject.derivation().cases().stream()
                .map(conversation -> DynamicTest.dynamicTest(conversation.name(), () -> keeps(conversation)));
    }

    /** A field that the contract does not name comes out of the client as it went in, both ways. */
    @TestFactory
    Stream<DynamicTest> clientKeepsAdditionalFields() {
        return Additions.of(Subject.derivation().cases(), new SchemaSamples(Subject.contract())).stream()
                .map(conversation -> DynamicTest.dynamicTest(
                        conversation.operation().id(),
                        () -> breach(
                                        "the client, with a field that the contract does not name,",
                                        Subject.interactions().of(conversation),
                                        conversation)
                                .isNone()));
    }

    private void keeps(Case conversation) {
        V4Interaction.SynchronousHttp interaction = Subject.interactions().of(conversation);
        breach("the client", interaction, conversation).isNone();
        kept.add(interaction);
    }

    private Breach breach(String side, V4Interaction.SynchronousHttp interaction, Case conversation) {
        return new Breach(side, conversation, ClientCall.failures(server, interaction, conversation));
    }

    @AfterAll
    void writeThePact() {
        assertThat(kept.size())
                .as("interactions that the client keeps, of the cases that the contract documents")
                .isEqualTo(Subject.derivation().cases().size());
        Subject.pact().write(Subject.pactFile(), kept);
    }
}
