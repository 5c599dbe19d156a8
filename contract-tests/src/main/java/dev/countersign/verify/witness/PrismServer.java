package dev.countersign.verify.witness;

import dev.countersign.verify.cases.KnownBad;
import dev.countersign.verify.cases.TestCase;
import dev.countersign.verify.client.ClientCall;
import dev.countersign.verify.pact.Subject;
import dev.countersign.verify.provider.PactVerification;
import dev.countersign.verify.provider.ProviderUnderTest;
import dev.countersign.verify.report.Checks;
import dev.countersign.verify.report.Layer;
import dev.countersign.verify.report.Outcome;
import dev.countersign.verify.report.Step;
import java.util.List;
import java.util.Map;

/**
 * Prism in the provider's place: it serves the generated client, and it is held to the pact like any real provider. It
 * must have refused a request that is known to be bad before that counts.
 */
public record PrismServer(Subject subject, ClientCall call, PactVerification pact, Prism prism, boolean strict)
        implements Step {
    private static final Layer SERVES =
            Layer.ofOperations("client with Prism", "Prism, which shares no code with us, serves the client.");
    private static final Layer KEEPS = Layer.ofOperations("Prism", "Prism is held to the pact like any real provider.");
    private static final Layer CANARY =
            Layer.ofContract("canary of Prism as server", "Prism as server refuses what is known to be bad.");

    @Override
    public String name() {
        return "witnesses";
    }

    @Override
    public List<Layer> layers() {
        return List.of(CANARY, SERVES, KEEPS);
    }

    @Override
    public void run(Checks checks) {
        if (subject.cases().isEmpty()) {
            return; // Prism does not start without an operation.
        }
        PrismAnswer answers = new PrismAnswer(subject.samples());
        Witness.asked(
                checks,
                CANARY,
                strict,
                () -> new Witness("Prism as server", strict, prism::mock, answers::mistake),
                witness -> ask(checks, witness));
    }

    private void ask(Checks checks, Witness witness) {
        checks.check(CANARY, "refuses a bad request", () -> refusesRequest(witness));
        subject.cases()
                .forEach(each -> checks.check(SERVES, each.operation().id(), each.name(), () -> serves(witness, each)));
        ProviderUnderTest provider = ProviderUnderTest.named(
                        Map.of("provider.url", witness.relay().url().toString()))
                .orElseThrow();
        pact.promises()
                .forEach(promise -> checks.check(
                        KEEPS,
                        promise.testCase().operation().id(),
                        promise.testCase().name(),
                        () -> witness.judges("Prism", promise.testCase(), () -> pact.failures(provider, promise))));
    }

    private Outcome serves(Witness witness, TestCase testCase) {
        return witness.judges(
                "the client, served by Prism,",
                testCase,
                () -> call.violations(
                        witness.relay().url(), testCase, testCase.answer().documented()));
    }

    private Outcome refusesRequest(Witness witness) {
        KnownBad bad = new KnownBad(subject.cases(), subject.samples());
        return witness.refuses("a bad request", bad.requests(), request -> {
            RawCall.of(subject, witness.relay().url(), request);
            return witness.relay().answered().map(Prism::isRefusal);
        });
    }
}
