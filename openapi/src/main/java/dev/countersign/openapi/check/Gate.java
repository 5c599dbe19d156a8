package dev.countersign.openapi.check;

import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a contract with faults. */
enum Gate {
    /** The build stops. */
    STRICT,
    /**
     * The faults are printed and the build goes on as well as it can: for a first look at a document that was never
     * written to be built from. Names are derived and examples generated where it has none.
     */
    LENIENT;

    static Gate named(String name) {
        for (Gate gate : values()) {
            if (gate.name().equals(name.toUpperCase(Locale.ROOT))) {
                return gate;
            }
        }
        throw new ContractException(List.of(new Problem(
                Problem.Severity.ERROR,
                new Problem.Place("-Dcontract.gate", Optional.empty(), ""),
                "There is no gate \"" + name + "\".",
                "Use strict or lenient.")));
    }
}
