package dev.countersign.verify.mutation;

import dev.countersign.verify.cases.AnswerHeaders;
import dev.countersign.verify.pact.Subject;
import dev.countersign.verify.provider.OwnMock;
import dev.countersign.verify.provider.Relay;
import dev.countersign.verify.report.Checks;
import dev.countersign.verify.report.Layer;
import dev.countersign.verify.report.Outcome;
import dev.countersign.verify.report.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Do these checks notice anything? Document, mock server, client and pact are changed, one at a time and in one way at a
 * time, and some layer has to go red. A change that changes nothing in this contract is no mutant of it.
 *
 * @param folder where the table of mutants is written
 */
public record MutationStep(
        Subject subject, Detection detection, OwnMock mock, Path pact, Path folder, MutantReport report)
        implements Step {
    private static final Layer MUTANTS = Layer.ofContract("mutants", "Planted faults are noticed.");

    /** Of a contract. */
    public MutationStep(Subject subject, Detection detection, OwnMock mock, Path pact, Path folder) {
        this(subject, detection, mock, pact, folder, new MutantReport());
    }

    @Override
    public String name() {
        return "mutation";
    }

    @Override
    public List<Layer> layers() {
        return List.of(MUTANTS);
    }

    /** The score in one line; empty when no fault was planted. */
    public String score() {
        return report.isEmpty() ? "" : report.score();
    }

    @Override
    public void run(Checks checks) throws IOException {
        Optional<String> unfit = detection.unfit();
        if (unfit.isPresent()) {
            checks.check(
                    MUTANTS,
                    "the gate",
                    () -> Outcome.passedOver("only a contract that passes the gate has mutants: " + unfit.get()));
            return;
        }
        if (isNoticed(checks)) {
            return;
        }
        Path mutants = Files.createTempDirectory("mutants");
        try {
            changedDocument(checks, mutants.resolve("mutant.json"));
        } finally {
            Files.deleteIfExists(mutants.resolve("mutant.json"));
            Files.delete(mutants);
        }
        changedMockServer(checks);
        changedClient(checks);
        changedPact(checks);
        if (!report.isEmpty()) {
            System.out.println("contract tests: " + score() + ", see "
                    + report.write(subject.contract().title(), folder));
        }
    }

    /** Whether something is red before anything is changed, so that mutants would prove nothing. */
    private boolean isNoticed(Checks checks) {
        Outcome unchanged = checks.check(
                MUTANTS,
                "nothing is red without a mutant",
                () -> detection
                        .provider(mock.url())
                        .or(() -> detection.pact(JsonMapper.shared().readTree(pact)))
                        .or(() -> detection.firstRed(subject.document()).map(Detection.Kill::what))
                        .map(Outcome::passedOver)
                        .orElse(Outcome.PASSED));
        return !(unchanged instanceof Outcome.Passed);
    }

    private void changedDocument(Checks checks, Path file) {
        ObjectNode document = subject.contract().document();
        for (Mutation mutation : Mutations.of(document.deepCopy())) {
            ObjectNode copy = document.deepCopy();
            mutation.change().accept(copy);
            if (!copy.equals(document)) {
                mutant(checks, "contract", mutation.place() + ": " + mutation.name(), () -> {
                    write(file, copy);
                    return detection.firstRed(file);
                });
            }
        }
    }

    private void changedMockServer(Checks checks) {
        AnswerHeaders headers = new AnswerHeaders(subject.samples());
        Set<String> promised = subject.cases().stream()
                .flatMap(each -> headers.promised(each).stream())
                .collect(Collectors.toSet());
        MockChanges.all(promised).forEach((name, change) -> {
            try (Relay wrong = new Relay(mock.url())) {
                wrong.changing(change);
                Optional<String> red = detection.provider(wrong.url());
                if (wrong.hasChanged()) {
                    mutant(
                            checks,
                            "mock server",
                            name,
                            () -> red.map(what -> new Detection.Kill("mock server against pact", what)));
                }
            }
        });
    }

    private void changedClient(Checks checks) {
        Set<String> credentials = new TreeSet<>(Set.of("Authorization", "Cookie"));
        subject.cases()
                .forEach(each -> credentials.addAll(each.credentials().headers().keySet()));
        ClientChanges.all(credentials).forEach((name, change) -> {
            Optional<String> red = detection.client(change);
            if (!red.equals(Optional.of(""))) {
                mutant(checks, "client", name, () -> red.map(what -> new Detection.Kill("client against pact", what)));
            }
        });
    }

    private void changedPact(Checks checks) {
        JsonNode whole = JsonMapper.shared().readTree(pact);
        PactChanges.all(whole)
                .forEach((name, change) -> mutant(checks, "pact", name, () -> {
                    ObjectNode copy = whole.deepCopy().asObject();
                    change.change().accept(copy);
                    return detection.pact(copy).map(what -> new Detection.Kill("pact against contract", what));
                }));
    }

    private void mutant(Checks checks, String actor, String change, Supplier<Optional<Detection.Kill>> check) {
        checks.check(MUTANTS, actor + ": " + change, () -> {
            Optional<Detection.Kill> kill = check.get();
            report.add(actor, change, kill);
            return kill.isPresent()
                    ? Outcome.PASSED
                    : Outcome.failed("", "no check notices a changed " + actor + ": " + change);
        });
    }

    private static void write(Path file, ObjectNode document) {
        try {
            Files.write(file, JsonMapper.shared().writeValueAsBytes(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
