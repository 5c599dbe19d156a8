package dev.countersign.verify.mutation;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.check.ContractCheck;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.verify.cases.AffectedOperations;
import dev.countersign.verify.cases.Derivation;
import dev.countersign.verify.cases.DocumentChange;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.cases.TestCase;
import dev.countersign.verify.client.ClientCall;
import dev.countersign.verify.pact.Interactions;
import dev.countersign.verify.pact.PactDifference;
import dev.countersign.verify.pact.PactMockServer;
import dev.countersign.verify.pact.Subject;
import dev.countersign.verify.provider.OwnMock;
import dev.countersign.verify.provider.PactVerification;
import dev.countersign.verify.provider.ProviderUnderTest;
import dev.countersign.verify.provider.Relay;
import dev.countersign.verify.refusal.Probe;
import dev.countersign.verify.refusal.ProbeCall;
import dev.countersign.verify.refusal.Probes;
import dev.countersign.verify.report.Breach;
import dev.countersign.verify.witness.Comparator;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What notices that somebody has changed alone, while all others are those of the contract. What it says names the side,
 * the operation and the field.
 */
public final class Detection {
    private final Subject subject;
    private final ClientCall call;
    private final PactVerification pact;
    private final Path pactFile;
    private final Optional<Comparator> comparator;
    private final List<Probe> probes;
    private final PactMockServer pactServer;
    private final JsonNode expectedPact;
    private final ObjectNode released;
    private final AffectedOperations affected;

    /**
     * Of a contract.
     *
     * @param comparator absent where it is not installed
     * @param released what was released last; on a contract without a baseline, what it was before the change
     */
    public Detection(
            Subject subject, ClientCall call, Path pactFile, Optional<Comparator> comparator, ObjectNode released) {
        this.subject = subject;
        this.call = call;
        this.pactFile = pactFile;
        this.comparator = comparator;
        this.released = released;
        pact = new PactVerification(pactFile, subject.contract(), subject.derivation());
        probes = Probes.of(subject.cases(), subject.samples());
        pactServer = new PactMockServer(subject.pact());
        expectedPact = subject.expectedPact();
        affected = new AffectedOperations(released);
    }

    /** Why no mutants can be made of the contract; absent when it passes the gate. */
    public Optional<String> unfit() {
        return gate(ContractLoader.load(subject.document()));
    }

    /** What a layer saw first. */
    public record Kill(String layer, String what) {}

    /**
     * The first layer that is red when the document has changed, and with it the mock server, but neither the client nor
     * the pact; in the order in which a build comes to them. Absent when all are green.
     */
    public Optional<Kill> firstRed(Path mutant) {
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
        static Tampered by(Consumer<Relay> tamper, URI url, ClientCall call, TestCase testCase) {
            try (Relay relay = new Relay(url)) {
                tamper.accept(relay);
                List<String> violations = call.violations(relay.url(), testCase);
                return new Tampered(relay.hasChanged(), violations);
            }
        }
    }

    private static <T> Optional<Kill> red(String layer, T subject, Function<T, Optional<String>> check) {
        return check.apply(subject).map(what -> new Kill(layer, what));
    }

    /** What is wrong with a document on its own. */
    public Optional<String> gate(LoadedContract loaded) {
        Optional<String> error = ContractCheck.all(loaded).stream()
                .filter(Problem::isError)
                .map(problem -> contract(problem.place().pointer(), problem.what()))
                .findFirst();
        if (error.isPresent()) {
            return error;
        }
        try {
            return Derivation.of(loaded.contract(), new SchemaSamples(loaded.contract())).notes().stream()
                    .filter(note -> !subject.derivation().notes().contains(note))
                    .map("the contract: "::concat)
                    .findFirst();
        } catch (IllegalStateException e) {
            return Optional.of("the contract: " + firstLine(e));
        }
    }

    /** What is wrong with the mock server of a document. */
    public Optional<String> mock(Contract contract) {
        return serving(contract, this::provider);
    }

    /** Lets somebody talk to the mock server of a document. */
    public static <T> T serving(Contract contract, Function<URI, T> caller) {
        try (OwnMock mock = OwnMock.of(contract)) {
            return caller.apply(mock.url());
        }
    }

    /** What the pact or a probe finds wrong with a mock server. */
    public Optional<String> provider(URI url) {
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
    public Optional<String> client(Contract contract) {
        Interactions interactions = new Interactions(contract);
        return Derivation.of(contract, new SchemaSamples(contract)).cases().stream()
                .flatMap(each -> new Breach("the client", each, call.failures(pactServer, interactions.of(each), each))
                        .first().stream())
                .findFirst();
    }

    /**
     * What is wrong with a client that speaks and listens through a relay.
     *
     * @param tamper changes what passes the relay
     * @return absent when nothing is noticed; empty when nothing was changed, either
     */
    public Optional<String> client(Consumer<Relay> tamper) {
        boolean changed = false;
        for (TestCase each : subject.derivation().cases()) {
            PactMockServer.Exchange<Tampered> exchange =
                    pactServer.exchange(subject.interactions().of(each), url -> Tampered.by(tamper, url, call, each));
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
    public Optional<String> pact(JsonNode pact) {
        return PactDifference.between(expectedPact, pact).entrySet().stream()
                .flatMap(each -> subject.breach("the pact", each.getKey(), each.getValue()).stream())
                .findFirst();
    }

    private Optional<String> comparator(Path mutant) {
        return comparator.stream()
                .flatMap(tool -> tool.errors(mutant, pactFile).stream())
                .findFirst()
                .map("the pact, "::concat);
    }

    /** What has changed in a document since it was released. */
    public Optional<String> release(Contract contract) {
        return DocumentChange.between(released, contract.document()).stream()
                .findFirst()
                .map(line -> contract(
                        line.substring(0, line.indexOf(": ")),
                        "changed since its release: " + line.substring(line.indexOf(": ") + 2)));
    }

    private String contract(String pointer, String what) {
        List<String> operations = affected.of(pointer);
        return "the contract, at " + pointer + (operations.isEmpty() ? "" : " (" + String.join(", ", operations) + ")")
                + ": " + what;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
