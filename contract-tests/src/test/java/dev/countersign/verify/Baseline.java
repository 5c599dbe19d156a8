package dev.countersign.verify;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.verify.cases.Derivation;
import dev.countersign.verify.cases.SchemaSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * What was released last, committed. Whatever is derived from the current document agrees with itself, also where the
 * document is wrong; these files do not follow it.
 *
 * @param document the released document, bundled
 * @param pact the pact that was written for it
 * @param clientApi the listing of the client's public API
 */
record Baseline(Path document, Path pact, Path clientApi) {
    /** The baseline of the contract that is built; absent when it has none. */
    static Optional<Baseline> find() {
        return Optional.ofNullable(System.getProperty("baseline.dir"))
                .filter(folder -> !folder.isBlank())
                .map(Subject::fromRoot)
                .map(folder -> new Baseline(
                        folder.resolve("contract.json"),
                        folder.resolve("pact.json"),
                        folder.resolve("client-api.txt")));
    }

    /** Refuses a baseline of which a part is missing. */
    void check() {
        for (Path part : List.of(document, pact, clientApi)) {
            if (!Files.exists(part)) {
                throw new IllegalStateException("the baseline has no " + part
                        + "; write it with -Dbaseline.update, look at the difference, and commit it");
            }
        }
    }

    Contract contract() {
        return ContractLoader.load(document).contract();
    }

    Verification verification() {
        Contract contract = contract();
        return new Verification(pact, contract, Derivation.of(contract, new SchemaSamples(contract)));
    }

    List<String> clientApiLines() throws IOException {
        return Files.readAllLines(clientApi);
    }

    /** Releases the current document, pact and client, for a person to look at the difference and commit it. */
    void replace() throws IOException {
        Files.createDirectories(document.getParent());
        Files.copy(Subject.contractFile(), document, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(Subject.pactFile(), pact, StandardCopyOption.REPLACE_EXISTING);
        Files.write(clientApi, ClientApi.current());
    }
}
