package dev.countersign.verify.witness;

import dev.countersign.verify.cases.KnownBad;
import dev.countersign.verify.cases.TestCase;
import dev.countersign.verify.pact.Subject;
import dev.countersign.verify.report.Checks;
import dev.countersign.verify.report.Layer;
import dev.countersign.verify.report.Outcome;
import dev.countersign.verify.report.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A second witness, which holds the pact against the document and makes no call. */
public record ComparatorStep(Subject subject, Comparator comparator, Path pact, boolean strict) implements Step {
    private static final Layer COMPARATOR =
            Layer.ofContract("openapi-pact-comparator", "The pact fits the document, and a bad one does not.");

    @Override
    public String name() {
        return "witnesses";
    }

    @Override
    public List<Layer> layers() {
        return List.of(COMPARATOR);
    }

    @Override
    public void run(Checks checks) throws IOException {
        Path bad = Files.createTempFile("bad-pact", ".json");
        try {
            checks.check(COMPARATOR, "a pact that is known to be bad does not fit", () -> refuses(bad));
        } finally {
            Files.delete(bad);
        }
        checks.check(COMPARATOR, "the pact fits the document", this::fits);
    }

    private Outcome fits() {
        List<String> errors = comparator.errors(subject.document(), pact);
        return strict || errors.isEmpty()
                ? Outcome.of("the pact", "openapi-pact-comparator finds wrong", errors)
                : Outcome.passedOver("openapi-pact-comparator and this toolkit disagree: " + String.join("; ", errors));
    }

    private Outcome refuses(Path file) {
        List<TestCase> answers = new KnownBad(subject.cases(), subject.samples())
                .answers()
                .limit(1)
                .toList();
        if (answers.isEmpty()) {
            return Outcome.passedOver("no answer of this contract can be wrong");
        }
        subject.pact()
                .write(
                        file,
                        answers.stream().map(subject.interactions()::agreed).toList());
        if (!comparator.errors(subject.document(), file).isEmpty()) {
            return Outcome.PASSED;
        }
        String line = "openapi-pact-comparator says nothing of an answer that is known to be bad";
        return strict ? Outcome.failed("openapi-pact-comparator", line) : Outcome.passedOver(line);
    }
}
