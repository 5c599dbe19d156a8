package dev.countersign.openapi.build;

import dev.countersign.openapi.contract.ContractException;
import java.util.Locale;

/** What becomes of a contract with faults. */
public enum Gate {
    /** The build stops. */
    STRICT,
    /**
     * The faults are printed and the build goes on as well as it can: for a first look at a document that was never
     * written to be built from. Names are derived and examples generated where it has none.
     */
    LENIENT;

    /**
     * The gate of that name, in any case.
     *
     * @throws ContractException when there is none
     */
    public static Gate named(String name) {
        for (Gate gate : values()) {
            if (gate.name().equals(name.toUpperCase(Locale.ROOT))) {
                return gate;
            }
        }
        throw GeneratedNames.unusable(
                "-Dcontract.gate", "There is no gate \"" + name + "\".", "Use strict or lenient.");
    }
}
