package dev.countersign.verify.pact;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.verify.cases.Derivation;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.cases.TestCase;
import dev.countersign.verify.report.Breach;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import tools.jackson.databind.JsonNode;

/**
 * A contract that is verified, and what is derived from it.
 *
 * @param document the bundled document, {@code contract.json}
 * @param name the contract's name in the client's code
 * @param packageName the client's package
 */
public record Subject(
        Path document,
        String name,
        String packageName,
        Contract contract,
        SchemaSamples samples,
        Derivation derivation,
        Interactions interactions,
        ContractPact pact) {
    /**
     * Reads what the contract's build has left in a folder: {@code contract.json} and {@code contract.properties}.
     *
     * @param strict whether every operation must have a case
     * @throws IllegalStateException when a file is missing, or an operation has no case
     */
    public static Subject in(Path folder, boolean strict) {
        Path document = folder.resolve("contract.json");
        if (!Files.exists(document)) {
            throw new IllegalStateException("there is no " + document + "; build the contract first");
        }
        Properties names = names(folder.resolve("contract.properties"));
        Contract contract = ContractLoader.load(document).contract();
        SchemaSamples samples = new SchemaSamples(contract);
        Derivation derivation = strict ? Derivation.of(contract, samples) : Derivation.ofWhatIsThere(contract, samples);
        String name = names.getProperty("contract.name");
        return new Subject(
                document,
                name,
                names.getProperty("contract.package"),
                contract,
                samples,
                derivation,
                new Interactions(contract),
                new ContractPact(
                        names.getProperty("pact.consumer", name + "Client"), names.getProperty("pact.provider", name)));
    }

    /** The cases. */
    public List<TestCase> cases() {
        return derivation.cases();
    }

    /** The pact as it has to be, in JSON. */
    public JsonNode expectedPact() {
        return pact.json(cases().stream().map(interactions::agreed).toList());
    }

    /** The pact's file in a folder of pacts. */
    public Path pactIn(Path folder) {
        return folder.resolve(pact.consumer() + "-" + pact.provider() + ".json");
    }

    /** What a red line says of a case, found by its name; absent when nothing is wrong. */
    public Optional<String> breach(String side, String caseName, List<String> failures) {
        return named(caseName)
                .map(testCase -> new Breach(side, testCase, failures).first())
                .orElseGet(() -> failures.stream()
                        .findFirst()
                        .map(failure -> side + " breaks \"" + caseName + "\": " + failure));
    }

    /** A case by its name. */
    public Optional<TestCase> named(String caseName) {
        return cases().stream().filter(each -> each.name().equals(caseName)).findFirst();
    }

    private static Properties names(Path file) {
        Properties names = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            names.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the contract's names cannot be read from " + file, e);
        }
        return names;
    }
}
