package dev.countersign.verify;

import dev.countersign.openapi.Contract;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.verify.cases.Derivation;
import dev.countersign.verify.cases.SchemaSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What was released last: a document and a pact, committed. Whatever is derived from the current document agrees with
 * itself, also where the document is wrong; these two files do not follow it.
 *
 * @param document the released document, bundled
 * @param pact the pact that was written for it
 */
record Baseline(Path document, Path pact) {
    /** The baseline of the contract that is built; absent when it has none. */
    static Optional<Baseline> find() {
        return Optional.ofNullable(System.getProperty("baseline.dir"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .map(folder -> new Baseline(folder.resolve("contract.json"), folder.resolve("pact.json")));
    }

    Contract contract() {
        return ContractLoader.load(document).contract();
    }

    Verification verification() {
        Contract contract = contract();
        return new Verification(pact, contract, Derivation.of(contract, new SchemaSamples(contract)));
    }

    /** Whether the current document may break what was released: its major version is another one. */
    boolean isPast() {
        return !major(contract()).equals(major(Subject.contract()));
    }

    private static String major(Contract contract) {
        return contract.version().split("\\.", 2)[0];
    }

    /** Releases the current document and pact, for a person to look at the difference and commit it. */
    void replace() throws IOException {
        Files.createDirectories(document.getParent());
        Files.copy(Subject.contractFile(), document, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(Subject.pactFile(), pact, StandardCopyOption.REPLACE_EXISTING);
    }
}
