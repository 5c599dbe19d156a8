package dev.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.V4Interaction;
import dev.countersign.verify.cases.Case;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.provider.Judgement;
import dev.countersign.verify.provider.Replay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * The pact that the client has left behind, replayed against its provider: the packaged mock server, or with
 * {@code -Dprovider.url} any other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderIT {
    private ProviderUnderTest provider;

    @BeforeAll
    void start() {
        provider = ProviderUnderTest.start();
    }

    @AfterAll
    void stop() {
        provider.close();
    }

    @TestFactory
    Stream<DynamicTest> providerKeepsThePact() {
        assertThat(Subject.pactFile())
                .as("the pact that the consumer tests write")
                .exists();
        Pact pact = DefaultPactReader.INSTANCE.loadPact(Subject.pactFile().toFile());
        Map<String, Case> cases = Subject.derivation().cases().stream()
                .collect(Collectors.toMap(Case::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        assertThat(pact.getInteractions())
                .as("one interaction for each case of the contract")
                .extracting(Interaction::getDescription)
                .containsExactlyInAnyOrderElementsOf(cases.keySet());
        Judgement judgement = new Judgement(
                new Replay(pact, provider.url(), provider.stateChange()),
                new SchemaSamples(Subject.contract()),
                provider.isMock());
        return pact.getInteractions().stream()
                .map(V4Interaction.SynchronousHttp.class::cast)
                .map(interaction -> DynamicTest.dynamicTest(interaction.getDescription(), () -> {
                    Case conversation = cases.get(interaction.getDescription());
                    List<String> failures = judgement.of(conversation, interaction, provider.headers(conversation));
                    assertThat(failures)
                            .as(
                                    "%s breaks \"%s\" (%s %s)",
                                    provider.name(),
                                    conversation.name(),
                                    conversation.operation().method(),
                                    conversation.operation().path())
                            .isEmpty();
                }));
    }
}
