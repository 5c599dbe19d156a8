package dev.countersign.verify.witness;

import dev.countersign.verify.cases.KnownBad;
import dev.countersign.verify.cases.TestCase;
import dev.countersign.verify.client.ClientCall;
import dev.countersign.verify.pact.Subject;
import dev.countersign.verify.provider.OwnMock;
import dev.countersign.verify.provider.Relay;
import dev.countersign.verify.report.Checks;
import dev.countersign.verify.report.Layer;
import dev.countersign.verify.report.Outcome;
import dev.countersign.verify.report.Step;
import java.util.List;
import java.util.Optional;

/**
 * Client and mock server come from one document, so they could share a misunderstanding. Prism shares no code with
 * either, and watches them talk to each other. It must have refused messages that are known to be bad before its approval
 * counts.
 */
public record PrismProxy(Subject subject, ClientCall call, OwnMock mock, Prism prism, boolean strict) implements Step {
    private static final Layer WATCHES =
            Layer.ofOperations("watched by Prism", "Prism watches client and mock server talk to each other.");
    private static final Layer CANARY =
            Layer.ofContract("canaries of Prism as proxy", "Prism as proxy refuses what is known to be bad.");

    @Override
    public String name() {
        return "witnesses";
    }

    @Override
    public List<Layer> layers() {
        return List.of(CANARY, WATCHES);
    }

    @Override
    public void run(Checks checks) {
        if (subject.cases().isEmpty()) {
            return; // Prism does not start without an operation.
        }
        try (Relay relay = new Relay(mock.url())) {
            Witness.asked(
                    checks,
                    CANARY,
                    strict,
                    () -> new Witness(
                            "Prism between client and mock server",
                            strict,
                            () -> prism.proxyTo(relay.url()),
                            (testCase, answer) -> Optional.empty()),
                    witness -> ask(checks, witness, relay));
        }
    }

    private void ask(Checks checks, Witness witness, Relay relay) {
        KnownBad bad = new KnownBad(subject.cases(), subject.samples());
        checks.check(
                CANARY,
                "refuses a bad request",
                () -> witness.refuses("a bad request", bad.requests(), each -> {
                    RawCall.of(subject, witness.relay().url(), each);
                    return witness.relay().answered().map(Prism::isRefusal);
                }));
        checks.check(
                CANARY,
                "refuses a bad answer",
                () -> witness.refuses("a bad answer", bad.answers(), each -> isRefused(witness, relay, each)));
        subject.cases()
                .forEach(
                        each -> checks.check(WATCHES, each.operation().id(), each.name(), () -> passes(witness, each)));
    }

    private Outcome passes(Witness witness, TestCase testCase) {
        return witness.judges(
                "the client with the mock server, watched by Prism,",
                testCase,
                () -> call.violations(
                        witness.relay().url(), testCase, testCase.answer().documented()));
    }

    private Optional<Boolean> isRefused(Witness witness, Relay relay, TestCase bad) {
        String answer = bad.answer().body().orElseThrow().value().toString();
        relay.changing(served -> served.withText(answer));
        RawCall.of(subject, witness.relay().url(), bad);
        relay.unchanged();
        return witness.relay().answered().map(a -> Prism.refusal(a).isPresent());
    }
}
