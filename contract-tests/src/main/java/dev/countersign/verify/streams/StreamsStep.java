package dev.countersign.verify.streams;

import dev.countersign.verify.cases.TestCase;
import dev.countersign.verify.client.ClientCall;
import dev.countersign.verify.pact.Subject;
import dev.countersign.verify.provider.OwnMock;
import dev.countersign.verify.report.Checks;
import dev.countersign.verify.report.Layer;
import dev.countersign.verify.report.Outcome;
import dev.countersign.verify.report.Step;
import java.util.List;

/** Client and mock server agree about every item of an answer that is a stream, of which a pact can say nothing. */
public record StreamsStep(Subject subject, ClientCall call, OwnMock mock) implements Step {
    private static final Layer STREAMS = Layer.ofOperations(
            "streams", "The generated client hands out every item of a stream, typed, as the example has it.");

    /** Whether there is anything to do. */
    public static boolean isNeeded(Subject subject, ClientCall call) {
        return subject.cases().stream().anyMatch(each -> each.isSuccess() && call.isStream(each));
    }

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public List<Layer> layers() {
        return List.of(STREAMS);
    }

    @Override
    public void run(Checks checks) {
        for (TestCase each : subject.cases()) {
            if (each.isSuccess() && call.isStream(each)) {
                checks.check(STREAMS, each.operation().id(), each.name() + ": whole stream", () -> read(each));
            }
        }
    }

    private Outcome read(TestCase success) {
        StreamedCase streamed = StreamedCase.of(success, subject.samples());
        if (streamed.obstacle().isPresent()) {
            return Outcome.passedOver(
                    success.operation().id() + ": " + streamed.obstacle().get());
        }
        List<String> differences = streamed.differences(call.items(mock.url(), success, streamed.example()));
        return Outcome.of(
                "",
                "the stream of " + success.operation().id() + " ("
                        + success.operation().method() + " "
                        + success.operation().path() + ") is not that of its example",
                differences);
    }
}
