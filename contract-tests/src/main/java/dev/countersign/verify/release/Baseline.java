package dev.countersign.verify.release;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.verify.cases.Derivation;
import dev.countersign.verify.cases.SchemaSamples;
import dev.countersign.verify.provider.PactVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What was released last, committed. Whatever is derived from the current document agrees with itself, also where the
 * document is wrong; these files do not follow it.
 *
 * @param document the released document, bundled
 * @param pact the pact that was written for it
 * @param clientApi the listing of the client's public API
 */
public record Baseline(Path document, Path pact, Path clientApi) {
    /** The baseline in a folder. */
    public static Baseline in(Path folder) {
        return new Baseline(
                folder.resolve("contract.json"), folder.resolve("pact.json"), folder.resolve("client-api.txt"));
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

    /** The released contract. */
    public Contract contract() {
        return ContractLoader.load(document).contract();
    }

    PactVerification verification() {
        Contract contract = contract();
        return new PactVerification(pact, contract, Derivation.of(contract, new SchemaSamples(contract)));
    }

    List<String> clientApiLines() throws IOException {
        return Files.readAllLines(clientApi);
    }

    /** Releases the current document, pact and client, for a person to look at the difference and commit it. */
    public void replace(Path currentDocument, Path currentPact, List<String> currentApi) throws IOException {
        Files.createDirectories(document.getParent());
        Files.copy(currentDocument, document, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(currentPact, pact, StandardCopyOption.REPLACE_EXISTING);
        Files.write(clientApi, currentApi);
    }
}
