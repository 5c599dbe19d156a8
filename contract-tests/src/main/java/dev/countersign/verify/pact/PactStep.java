package dev.countersign.verify.pact;

import dev.countersign.verify.cases.TestCase;
import dev.countersign.verify.report.Breach;
import dev.countersign.verify.report.Checks;
import dev.countersign.verify.report.Layer;
import dev.countersign.verify.report.Outcome;
import dev.countersign.verify.report.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down what client and provider agree on, and holds the file against the contract.
 *
 * @param file the pact
 */
public record PactStep(Subject subject, Path file) implements Step {
    private static final Layer PACT = Layer.ofOperations("pact", "The pact file says what the contract says.");

    @Override
    public String name() {
        return "pact";
    }

    @Override
    public List<Layer> layers() {
        return List.of(PACT);
    }

    @Override
    public void run(Checks checks) throws IOException {
        forgetOthers();
        subject.pact()
                .write(
                        file,
                        subject.cases().stream()
                                .map(subject.interactions()::agreed)
                                .toList());
        Map<String, List<String>> differences = PactDifference.between(
                subject.expectedPact(), JsonMapper.shared().readTree(file));
        subject.cases()
                .forEach(each -> checks.check(
                        PACT,
                        each.operation().id(),
                        each.name(),
                        () -> said(each, differences.getOrDefault(each.name(), List.of()))));
        checks.check(PACT, "nothing that is not documented", () -> {
            List<String> others = differences.keySet().stream()
                    .filter(name -> subject.named(name).isEmpty())
                    .toList();
            return Outcome.of("the pact", "the pact has interactions that the contract does not document", others);
        });
    }

    private static Outcome said(TestCase testCase, List<String> differences) {
        Optional<String> unsaid = PactLimits.unsaid(testCase);
        return differences.isEmpty() && unsaid.isPresent()
                ? Outcome.passedOver(unsaid.get())
                : new Breach("the pact", testCase, differences).outcome();
    }

    /** A pact of a contract that was called otherwise would be published with this one. */
    private void forgetOthers() throws IOException {
        Files.createDirectories(file.getParent());
        try (Stream<Path> last = Files.list(file.getParent())) {
            for (Path each : last.toList()) {
                Files.delete(each);
            }
        }
    }
}
