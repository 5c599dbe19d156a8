package dev.countersign.openapi;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.document.Origins;
import java.util.List;

/**
 * A contract together with what its document leaves to be desired.
 *
 * @param contract the contract
 * @param problems warnings and errors: references that lead nowhere, without which the document was read
 * @param origins where each part of the bundled document was written
 */
public record LoadedContract(Contract contract, List<Problem> problems, Origins origins) {
    public LoadedContract {
        problems = List.copyOf(problems);
    }
}
