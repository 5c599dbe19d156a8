package dev.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.V4Interaction;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.verify.cases.Case;
import dev.countersign.verify.cases.Derivation;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.provider.Judgement;
import dev.countersign.verify.provider.Replay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A pact file together with the contract that it was written for. */
final class Verification {
    private final SchemaSamples samples;
    private final Pact pact;
    private final Map<String, Case> cases;

    /** Refuses a pact that is not there, or that has not one interaction for each case of the contract. */
    Verification(Path file, Contract contract, Derivation derivation) {
        if (!Files.exists(file)) {
            throw new IllegalStateException("there is no pact at " + file + "; run the consumer tests first");
        }
        samples = new SchemaSamples(contract);
        pact = DefaultPactReader.INSTANCE.loadPact(file.toFile());
        cases = derivation.cases().stream()
                .collect(Collectors.toMap(Case::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        assertThat(pact.getInteractions())
                .as("interactions of %s, one for each case of the contract", file)
                .extracting(Interaction::getDescription)
                .containsExactlyInAnyOrderElementsOf(cases.keySet());
    }

    Pact pact() {
        return pact;
    }

    /** The interactions with their cases, in the pact's order. */
    Stream<Promise> promises() {
        return pact.getInteractions().stream()
                .map(V4Interaction.SynchronousHttp.class::cast)
                .map(interaction -> new Promise(cases.get(interaction.getDescription()), interaction));
    }

    /** The interaction of a case, by its name. */
    Promise promise(Case conversation) {
        return promises()
                .filter(promise -> promise.conversation().name().equals(conversation.name()))
                .findFirst()
                .orElseThrow();
    }

    record Promise(Case conversation, V4Interaction.SynchronousHttp interaction) {}

    /** One test for each interaction. */
    Stream<DynamicTest> of(ProviderUnderTest provider) {
        return promises()
                .map(promise -> DynamicTest.dynamicTest(
                        promise.conversation().name(),
                        () -> breach(provider, promise).isNone()));
    }

    Breach breach(ProviderUnderTest provider, Promise promise) {
        return new Breach(provider.name(), promise.conversation(), failures(provider, promise));
    }

    List<String> failures(ProviderUnderTest provider, Promise promise) {
        Judgement judgement =
                new Judgement(new Replay(pact, provider.url(), provider.stateChange()), samples, provider.isMock());
        return judgement.of(
                promise.conversation(),
                promise.interaction(),
                provider.headers(promise.conversation()),
                provider.query());
    }
}
