package dev.countersign.verify.provider;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.V4Interaction;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.verify.cases.Derivation;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.cases.Siblings;
import dev.countersign.verify.cases.TestCase;
import dev.countersign.verify.report.Breach;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A pact file together with the contract that it was written for. */
public final class PactVerification {
    private final SchemaSamples samples;
    private final Pact pact;
    private final Map<String, TestCase> cases;
    private final Siblings siblings;

    /**
     * Reads a pact.
     *
     * @throws IllegalStateException when it is not there, or has not one interaction for each case of the contract
     */
    public PactVerification(Path file, Contract contract, Derivation derivation) {
        if (!Files.exists(file)) {
            throw new IllegalStateException("there is no pact at " + file + "; let the client write it first");
        }
        samples = new SchemaSamples(contract);
        pact = DefaultPactReader.INSTANCE.loadPact(file.toFile());
        cases = derivation.cases().stream()
                .collect(Collectors.toMap(TestCase::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        siblings = new Siblings(List.copyOf(cases.values()));
        List<String> found = new ArrayList<>(
                pact.getInteractions().stream().map(Interaction::getDescription).toList());
        List<String> missing = new ArrayList<>(cases.keySet());
        missing.removeAll(found);
        found.removeAll(cases.keySet());
        if (!missing.isEmpty() || !found.isEmpty()) {
            throw new IllegalStateException("the pact " + file + " is not one of this contract: it lacks " + missing
                    + " and has " + found + " beside; write it anew");
        }
    }

    /** Which operations share method and path. */
    Siblings siblings() {
        return siblings;
    }

    /** The interactions with their cases, in the pact's order. */
    public Stream<Promise> promises() {
        return pact.getInteractions().stream()
                .map(V4Interaction.SynchronousHttp.class::cast)
                .map(interaction ->
                        new Promise(Objects.requireNonNull(cases.get(interaction.getDescription())), interaction));
    }

    /** The interaction of a case, by its name. */
    public Promise promise(TestCase testCase) {
        return promises()
                .filter(promise -> promise.testCase().name().equals(testCase.name()))
                .findFirst()
                .orElseThrow();
    }

    /** An interaction with its case. */
    public record Promise(TestCase testCase, V4Interaction.SynchronousHttp interaction) {}

    /** What a provider does to one interaction. */
    public Breach breach(ProviderUnderTest provider, Promise promise) {
        return new Breach(provider.name(), promise.testCase(), failures(provider, promise));
    }

    /** The same, one line each; empty when it keeps the interaction. */
    public List<String> failures(ProviderUnderTest provider, Promise promise) {
        Judgement judgement =
                new Judgement(new Replay(pact, provider.url(), provider.stateChange()), samples, provider.isMock());
        return judgement.of(
                promise.testCase(), promise.interaction(), provider.headers(promise.testCase()), provider.query());
    }
}
