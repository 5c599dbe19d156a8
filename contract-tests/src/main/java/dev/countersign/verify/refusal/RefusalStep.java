package dev.countersign.verify.refusal;

import dev.countersign.verify.pact.Subject;
import dev.countersign.verify.provider.OwnMock;
import dev.countersign.verify.report.Checks;
import dev.countersign.verify.report.Layer;
import dev.countersign.verify.report.Outcome;
import dev.countersign.verify.report.Step;
import java.util.List;

/** The mock server refuses what the contract forbids, and nothing else. */
public record RefusalStep(Subject subject, OwnMock mock) implements Step {
    private static final Layer REFUSALS = Layer.ofOperations(
            "mock, refusals", "The mock server refuses malformed and wrong requests, and nothing else.");

    @Override
    public String name() {
        return "refusals";
    }

    @Override
    public List<Layer> layers() {
        return List.of(REFUSALS);
    }

    @Override
    public void run(Checks checks) {
        ProbeCall call = new ProbeCall(mock.url());
        Probes.of(subject.cases(), subject.samples())
                .forEach(probe -> checks.check(
                        REFUSALS,
                        probe.testCase().operation().id(),
                        probe.testCase().operation().id() + ": " + probe.name(),
                        () -> Outcome.of(
                                "the mock server",
                                "the mock server breaks \"" + probe.name() + "\" ("
                                        + probe.testCase().operation().method() + " "
                                        + probe.testCase().operation().path() + ")",
                                call.fault(probe).stream().toList())));
    }
}
