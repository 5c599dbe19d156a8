package dev.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.verify.mutation.Mutation;
import dev.countersign.verify.mutation.Mutations;
import dev.countersign.verify.provider.Relay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Do these tests notice anything? The contract is changed on one side, one change at a time, and some layer has to go red.
 * What only a released document can see
 * survives on a contract without one, and {@link Survivors} names the reason.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutationIT {
    @RegisterExtension
    static final PackagedMock MOCK = new PackagedMock();

    @TempDir
    static Path folder;

    private final Map<String, String> table = new LinkedHashMap<>();
    private Layers layers;

    @BeforeAll
    void prepare() {
        assumeTrue(
                Boolean.getBoolean("examples.strict") || System.getProperty("mutation") != null,
                "mutants of a contract that is not ours are made with -Dmutation");
        layers = new Layers();
        assertThat(layers.provider(MOCK.url())).as("the unchanged mock server").isEmpty();
        assertThat(layers.firstRed(Subject.contractFile()))
                .as("the unchanged document")
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> changedDocumentIsNoticed() {
        ObjectNode document = Subject.contract().document();
        return Mutations.of(document.deepCopy()).stream()
                .map(mutation -> DynamicTest.dynamicTest(mutation.place() + ": " + mutation.name(), () -> {
                    Path mutant = mutant(document, mutation);
                    Optional<Layers.Kill> kill = layers.firstRed(mutant);
                    Optional<String> reason = Survivors.reason(mutation);
                    record(mutation.place(), mutation.name(), kill, reason);
                    assertThat(kill.isPresent() || reason.isPresent())
                            .as("some layer notices: %s, %s", mutation.place(), mutation.name())
                            .isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> changedMockServerIsNoticed() {
        Map<String, UnaryOperator<Relay.Answer>> changes = new LinkedHashMap<>();
        changes.put("another status", a -> a.status() == 200 ? a.withStatus(202) : a);
        changes.put("a valid value that is not the documented one", a -> a.withText(Survivors.otherValue(a.text())));
        changes.put("an undocumented media type", a -> a.withContentType("text/html"));
        changes.put("a page of HTML for a bad request", a -> refused(a) ? a.withContentType("text/html") : a);
        changes.put("a crash at a bad request", a -> refused(a) ? a.withStatus(500) : a);
        changes.put("no validation", a -> refused(a) ? a.withStatus(200) : a);
        changes.put("malformed JSON", a -> a.withText(a.text() + "}"));
        changes.put("no body", a -> a.withText(""));
        return changes.entrySet().stream()
                .map(change -> DynamicTest.dynamicTest(change.getKey(), () -> {
                    try (Relay wrong = new Relay(MOCK.url())) {
                        wrong.changing(change.getValue());
                        Optional<Layers.Kill> kill = layers.provider(wrong.url())
                                .map(what -> new Layers.Kill("mock server against pact", what));
                        record("mock server", change.getKey(), kill, Optional.empty());
                        assertThat(kill)
                                .as("what is noticed of: %s", change.getKey())
                                .isPresent();
                    }
                }));
    }

    private static boolean refused(Relay.Answer answer) {
        return answer.status() >= 400;
    }

    private static Path mutant(ObjectNode document, Mutation mutation) throws IOException {
        ObjectNode copy = document.deepCopy();
        mutation.change().accept(copy);
        assertThat(copy).as("the mutant").isNotEqualTo(document);
        Path file = Files.createTempFile(folder, "mutant", ".json");
        Files.write(file, JsonMapper.shared().writeValueAsBytes(copy));
        return file;
    }

    private void record(String place, String name, Optional<Layers.Kill> kill, Optional<String> reason) {
        String verdict = kill.map(k -> "killed | " + k.layer() + " | " + k.what())
                .orElseGet(() -> reason.map(r -> "survives | | " + r).orElse("SURVIVES | |"));
        table.put(place + ": " + name, verdict);
    }

    @AfterAll
    void report() throws IOException {
        if (table.isEmpty()) {
            return;
        }
        long killed =
                table.values().stream().filter(v -> v.startsWith("killed")).count();
        List<String> lines = Stream.concat(
                        Stream.of(
                                "# Mutants of " + Subject.contract().title(),
                                "",
                                "Killed: " + killed + " of " + table.size(),
                                "",
                                "| mutant | verdict | first red layer | what it says, or why nobody can |",
                                "| --- | --- | --- | --- |"),
                        table.entrySet().stream().map(row -> "| " + row.getKey() + " | " + row.getValue() + " |"))
                .toList();
        Path report = Subject.directory("build.dir").resolve("mutants.md");
        Files.write(report, lines);
        System.out.println("contract tests: " + killed + " of " + table.size() + " mutants killed, see " + report);
    }
}
