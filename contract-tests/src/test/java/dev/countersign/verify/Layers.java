package dev.countersign.verify;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.check.ContractCheck;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.verify.cases.Case;
import dev.countersign.verify.cases.Derivation;
import dev.countersign.verify.cases.DocumentChange;
import dev.countersign.verify.cases.Reach;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.pact.Interactions;
import dev.countersign.verify.pact.PactDifference;
import dev.countersign.verify.pact.PactMockServer;
import dev.countersign.verify.provider.Probe;
import dev.countersign.verify.provider.ProbeCall;
import dev.countersign.verify.provider.Probes;
import dev.countersign.verify.provider.Relay;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The layers of verification, as they see somebody who has changed alone while all others are those of the contract. What
 * a layer says names the side, the operation and the field.
 */
final class Layers {
    private final Verification pact = new Verification(Subject.pactFile(), Subject.contract(), Subject.derivation());
    private final List<Probe> probes = Probes.of(Subject.derivation().cases(), new SchemaSamples(Subject.contract()));
    private final PactMockServer pactServer = new PactMockServer(Subject.pact());
    private final JsonNode expectedPact = Subject.expectedPact();
    /** What was released last; on a contract without a baseline, what it was before the change. */
    private final ObjectNode released = Baseline.find()
            .map(baseline -> baseline.contract().document())
            .orElseGet(() -> Subject.contract().document());

    private final Reach reach = new Reach(released);

    private Layers() {}

    /**
     * The layers of a contract that mutants are made of: the build's own one, or any other that passes the gate where
     * {@code -Dmutation} asks for it. Aborts the test on any other.
     */
    static Layers whereMutantsAreMade() {
        assumeTrue(
                Boolean.getBoolean("examples.strict") || System.getProperty("mutation") != null,
                "mutants of a contract that is not ours are made with -Dmutation");
        assumeFalse(System.getProperty("baseline.update") != null, "the released contract is being replaced");
        Layers layers = new Layers();
        Optional<String> fault = layers.gate(ContractLoader.load(Subject.contractFile()));
        assumeTrue(fault.isEmpty(), () -> "only a contract that passes the gate has mutants: " + fault.orElse(""));
        return layers;
    }

    /** What a layer saw first. */
    record Kill(String layer, String what) {}

    /**
     * The first layer that is red when the document has changed, and with it the mock server, but neither the client nor
     * the pact; in the order in which a build comes to them. Absent when all are green.
     */
    Optional<Kill> firstRed(Path mutant) {
        LoadedContract loaded;
        try {
            loaded = ContractLoader.load(mutant);
        } catch (ContractException e) {
            return Optional.of(new Kill("contract gate", firstLine(e)));
        }
        return red("contract gate", loaded, this::gate)
                .or(() -> red("mock server against pact", loaded.contract(), this::mock))
                .or(() -> red("client against contract", loaded.contract(), this::client))
                .or(() -> red("pact against contract", mutant, this::comparator))
                .or(() -> red("contract against release", loaded.contract(), this::release));
    }

    /** What came of a call through a relay. */
    private record Tampered(boolean changed, List<String> violations) {
        static Tampered by(Consumer<Relay> tamper, URI url, Case conversation) {
            try (Relay relay = new Relay(url)) {
                tamper.accept(relay);
                List<String> violations = ClientCall.violations(relay.url(), conversation);
                return new Tampered(relay.hasChanged(), violations);
            }
        }
    }

    private static <T> Optional<Kill> red(String layer, T subject, Function<T, Optional<String>> check) {
        return check.apply(subject).map(what -> new Kill(layer, what));
    }

    /** What is wrong with a document on its own. */
    Optional<String> gate(LoadedContract loaded) {
        Optional<String> error = ContractCheck.all(loaded).stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .map(problem -> contract(problem.place().pointer(), problem.what()))
                .findFirst();
        if (error.isPresent()) {
            return error;
        }
        try {
            return Derivation.of(loaded.contract(), new SchemaSamples(loaded.contract())).notes().stream()
                    .filter(note -> !Subject.derivation().notes().contains(note))
                    .map("the contract: "::concat)
                    .findFirst();
        } catch (IllegalStateException e) {
            return Optional.of("the contract: " + firstLine(e));
        }
    }

    /** What is wrong with the mock server of a document. */
    Optional<String> mock(Contract contract) {
        return serving(contract, this::provider);
    }

    /** Lets somebody talk to the mock server of a document. */
    static <T> T serving(Contract contract, Function<URI, T> caller) {
        Mock mock = Mock.compile(contract, MockOptions.DEFAULTS);
        try (MockServer server = MockServer.start(mock::answer, ServerSettings.onFreePort())) {
            return caller.apply(URI.create("http://127.0.0.1:" + server.port()));
        }
    }

    /** What the pact or a probe finds wrong with a mock server. */
    Optional<String> provider(URI url) {
        ProviderUnderTest provider = ProviderUnderTest.mock(url);
        ProbeCall call = new ProbeCall(url);
        return pact.promises()
                .flatMap(promise -> pact.breach(provider, promise).first().stream())
                .findFirst()
                .or(() -> probes.stream()
                        .flatMap(probe -> call.fault(probe).stream())
                        .map("the mock server, "::concat)
                        .findFirst());
    }

    /** What is wrong with the client when the contract is another document. */
    Optional<String> client(Contract contract) {
        Interactions interactions = new Interactions(contract);
        return Derivation.of(contract, new SchemaSamples(contract)).cases().stream()
                .flatMap(each -> new Breach(
                                "the client", each, ClientCall.failures(pactServer, interactions.of(each), each))
                        .first().stream())
                .findFirst();
    }

    /**
     * What is wrong with a client that speaks and listens through a relay.
     *
     * @param tamper changes what passes the relay
     * @return absent when nothing is noticed; empty when nothing was changed, either
     */
    Optional<String> client(Consumer<Relay> tamper) {
        boolean changed = false;
        for (Case each : Subject.derivation().cases()) {
            PactMockServer.Exchange<Tampered> exchange =
                    pactServer.exchange(Subject.interactions().of(each), url -> Tampered.by(tamper, url, each));
            Optional<String> breach = new Breach(
                            "the client",
                            each,
                            ClientCall.all(
                                    exchange.mismatches(), exchange.outcome().violations()))
                    .first();
            if (exchange.outcome().changed() && breach.isPresent()) {
                return breach;
            }
            changed |= exchange.outcome().changed();
        }
        return changed ? Optional.empty() : Optional.of("");
    }

    /** What is wrong with a pact, in JSON, of this contract. */
    Optional<String> pact(JsonNode pact) {
        return PactDifference.between(expectedPact, pact).entrySet().stream()
                .flatMap(each -> Subject.breach("the pact", each.getKey(), each.getValue()).stream())
                .findFirst();
    }

    private Optional<String> comparator(Path mutant) {
        return Comparator.errors(mutant, Subject.pactFile()).stream()
                .findFirst()
                .map("the pact, "::concat);
    }

    /** What has changed in a document since it was released. */
    Optional<String> release(Contract contract) {
        return DocumentChange.between(released, contract.document()).stream()
                .findFirst()
                .map(line -> contract(
                        line.substring(0, line.indexOf(": ")),
                        "changed since its release: " + line.substring(line.indexOf(": ") + 2)));
    }

    private String contract(String pointer, String what) {
        List<String> operations = reach.of(pointer);
        return "the contract, at " + pointer + (operations.isEmpty() ? "" : " (" + String.join(", ", operations) + ")")
                + ": " + what;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
