package dev.countersign.verify;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.verify.cases.Derivation;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.pact.ContractPact;
import dev.countersign.verify.pact.Interactions;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import tools.jackson.databind.JsonNode;

/** The contract of this build, and what is derived from it. Read once. */
final class Subject {
    private static final Subject INSTANCE = new Subject();

    private final Contract contract;
    private final Derivation derivation;
    private final Interactions interactions;
    private final ContractPact pact;

    private Subject() {
        Path document = contractFile();
        contract = ContractLoader.load(document).contract();
        SchemaSamples samples = new SchemaSamples(contract);
        derivation = Boolean.getBoolean("examples.strict")
                ? Derivation.of(contract, samples)
                : Derivation.ofWhatIsThere(contract, samples);
        interactions = new Interactions(contract);
        pact = new ContractPact(contractName(document));
    }

    static Contract contract() {
        return INSTANCE.contract;
    }

    static Derivation derivation() {
        return INSTANCE.derivation;
    }

    static ContractPact pact() {
        return INSTANCE.pact;
    }

    static Interactions interactions() {
        return INSTANCE.interactions;
    }

    /** The pact as it has to be, in JSON. */
    static JsonNode expectedPact() {
        return pact().json(derivation().cases().stream().map(interactions()::of).toList());
    }

    /** What a red line says of a case, found by its name; absent when nothing is wrong. */
    static Optional<String> breach(String side, String name, List<String> failures) {
        return derivation().cases().stream()
                .filter(conversation -> conversation.name().equals(name))
                .findFirst()
                .map(conversation -> new Breach(side, conversation, failures).first())
                .orElseGet(() ->
                        failures.stream().findFirst().map(failure -> side + " breaks \"" + name + "\": " + failure));
    }

    /** The bundled document. */
    static Path contractFile() {
        return directory("contract.dir").resolve("contract.json");
    }

    /** Where the consumer side leaves the pact and the provider side finds it. */
    static Path pactFile() {
        return pactFolder().resolve(pact().consumer() + "-" + pact().provider() + ".json");
    }

    static Path pactFolder() {
        return directory("build.dir").resolve("pacts");
    }

    /** A path that a user names, absolute or relative to the repository's root. */
    static Path fromRoot(String path) {
        return directory("basedir").resolveSibling(path);
    }

    /** A directory that the build names. */
    static Path directory(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("system property " + property + " is not set; run these tests with Maven");
        }
        return Path.of(value);
    }

    private static String contractName(Path document) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(document.resolveSibling("contract.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("contract.name");
    }
}
