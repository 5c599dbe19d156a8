package dev.countersign.verify;

import dev.countersign.verify.provider.ProviderUnderTest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is asked for, by the names that a user knows from the command line.
 *
 * @param values the settings by name; what is not set, or blank, has its default; paths are absolute, or relative to
 *     {@code root.dir}
 */
public record Settings(Map<String, String> values) {
    public Settings {
        values = Map.copyOf(values);
    }

    /** The folder with {@code contract.json}, {@code contract.properties} and {@code generator-input.json}. */
    public Path contract() {
        return path("contract.dir").orElseThrow(() -> new IllegalStateException("contract.dir is not set"));
    }

    /** The folder that everything is written into. */
    public Path build() {
        return path("build.dir").orElseThrow(() -> new IllegalStateException("build.dir is not set"));
    }

    /** The folder of JUnit XML. */
    public Path results() {
        return path("results.dir").orElseGet(() -> build().resolve("failsafe-reports"));
    }

    /** The provider that is verified in the mock server's place; absent for the mock server. */
    public Optional<ProviderUnderTest> provider() {
        return ProviderUnderTest.named(values);
    }

    /** The jar of the packaged mock server; absent for one in this process. */
    public Optional<Path> mockJar() {
        return path("mock.jar");
    }

    /** Where the witnesses are installed; absent where they were not asked for. */
    public Optional<Path> witnesses() {
        return path("witnesses.dir");
    }

    /** Where what was released last lies; absent for a contract that has not been released. */
    public Optional<Path> baseline() {
        return path("baseline.dir");
    }

    /** Pacts of other consumers; absent when none are named. */
    public Optional<Path> pactFolder() {
        return path("pact.folder");
    }

    /** Whether pacts of other consumers come from the broker that the environment names. */
    public boolean pactsOfBroker() {
        return text("pact.source").filter("broker"::equals).isPresent();
    }

    /** Whether the current contract becomes the released one. */
    public boolean updatesBaseline() {
        return is("baseline.update");
    }

    /** Whether examples that do not pair, and operations without a case, are errors. */
    public boolean strictExamples() {
        return is("examples.strict");
    }

    /** Whether what a witness cannot judge is an error. */
    public boolean strictWitnesses() {
        return is("witness.strict");
    }

    /** Whether faults are planted. */
    public boolean mutation() {
        return is("mutation") || strictExamples();
    }

    /** The document that is compared with, of a comparison: a file, or what git has at a revision. */
    public String released() {
        return text("released").orElseThrow(() -> new IllegalStateException("released is not set"));
    }

    /** The document that is compared, of a comparison. */
    public Path current() {
        return path("current").orElseThrow(() -> new IllegalStateException("current is not set"));
    }

    /** The command that repeats the run; empty when nothing is known of it. */
    public String again() {
        return text("again").orElse("");
    }

    /** A switch: named without a value, or with {@code true}. */
    private boolean is(String name) {
        String value = values.get(name);
        return value != null && !value.equals("false");
    }

    private Optional<Path> path(String name) {
        return text(name)
                .map(value -> Path.of(values.getOrDefault("root.dir", "")).resolve(value));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }
}
