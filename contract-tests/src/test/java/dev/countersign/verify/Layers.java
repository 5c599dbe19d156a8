package dev.countersign.verify;

import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.server.MockServer;
import dev.countersign.mock.server.ServerSettings;
import dev.countersign.openapi.Contract;
import dev.countersign.openapi.ContractException;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.Problem;
import dev.countersign.openapi.check.ContractCheck;
import dev.countersign.verify.cases.Case;
import dev.countersign.verify.cases.Derivation;
import dev.countersign.verify.cases.DocumentChange;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.pact.Interactions;
import dev.countersign.verify.pact.PactMockServer;
import dev.countersign.verify.provider.Probe;
import dev.countersign.verify.provider.ProbeCall;
import dev.countersign.verify.provider.Probes;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The layers of verification, as they see a document that has changed on one side only: the client and the pact are those
 * of the contract, the mock server is that of the mutant.
 */
final class Layers {
    private final Verification pact = new Verification(Subject.pactFile(), Subject.contract(), Subject.derivation());
    private final List<Probe> probes = Probes.of(Subject.derivation().cases(), new SchemaSamples(Subject.contract()));
    private final PactMockServer pactServer = new PactMockServer(Subject.pact());

    /** What a layer saw first. */
    record Kill(String layer, String what) {}

    /** The first layer that is red, in the order in which a build comes to them; absent when all are green. */
    Optional<Kill> firstRed(Path mutant) {
        LoadedContract loaded;
        try {
            loaded = ContractLoader.load(mutant);
        } catch (ContractException e) {
            return Optional.of(new Kill("document", firstLine(e)));
        }
        return red("document", loaded, this::document)
                .or(() -> red("mock server against pact", loaded.contract(), this::mock))
                .or(() -> red("client against document", loaded.contract(), this::client))
                .or(() -> red("pact against document", mutant, this::comparator))
                .or(() -> red("released document", loaded.contract(), Layers::released));
    }

    private static <T> Optional<Kill> red(String layer, T subject, Function<T, Optional<String>> check) {
        return check.apply(subject).map(what -> new Kill(layer, what));
    }

    private Optional<String> document(LoadedContract loaded) {
        Optional<String> error = ContractCheck.all(loaded).stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .map(Problem::what)
                .findFirst();
        if (error.isPresent()) {
            return error;
        }
        try {
            List<String> notes = Derivation.of(loaded.contract(), new SchemaSamples(loaded.contract()))
                    .notes();
            return notes.stream()
                    .filter(note -> !Subject.derivation().notes().contains(note))
                    .findFirst();
        } catch (IllegalStateException e) {
            return Optional.of(firstLine(e));
        }
    }

    private Optional<String> mock(Contract contract) {
        Mock mock = Mock.compile(contract, MockOptions.DEFAULTS);
        try (MockServer server = MockServer.start(mock::answer, ServerSettings.onFreePort())) {
            return provider(URI.create("http://127.0.0.1:" + server.port()));
        }
    }

    /** What the pact or a probe finds wrong with a mock server. */
    Optional<String> provider(URI url) {
        ProviderUnderTest provider = ProviderUnderTest.mock(url);
        ProbeCall call = new ProbeCall(url);
        return pact.promises()
                .flatMap(promise -> pact.failures(provider, promise).stream()
                        .map(failure -> promise.conversation().name() + ": " + failure))
                .findFirst()
                .or(() -> probes.stream()
                        .flatMap(probe -> call.fault(probe).stream())
                        .findFirst());
    }

    private Optional<String> client(Contract contract) {
        Interactions interactions = new Interactions(contract);
        return Derivation.of(contract, new SchemaSamples(contract)).cases().stream()
                .flatMap(conversation -> client(interactions, conversation).stream()
                        .map(failure -> conversation.name() + ": " + failure))
                .findFirst();
    }

    private List<String> client(Interactions interactions, Case conversation) {
        PactMockServer.Exchange<List<String>> exchange =
                pactServer.exchange(interactions.of(conversation), url -> ClientCall.violations(url, conversation));
        return java.util.stream.Stream.concat(exchange.mismatches().stream(), exchange.outcome().stream())
                .toList();
    }

    private Optional<String> comparator(Path mutant) {
        return Comparator.errors(mutant, Subject.pactFile()).stream().findFirst();
    }

    private static Optional<String> released(Contract contract) {
        return Baseline.find().stream()
                .flatMap(baseline ->
                        DocumentChange.between(baseline.contract().document(), contract.document()).stream())
                .findFirst();
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
