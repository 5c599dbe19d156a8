package dev.countersign.verify.cases;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * Every case of a contract.
 *
 * @param cases in the document's order, with unique names
 * @param notes where the document's examples do not pair, or are not valid, and what was done instead: one line each
 */
public record Derivation(List<TestCase> cases, List<String> notes) {
    public Derivation {
        cases = List.copyOf(cases);
        notes = List.copyOf(notes);
    }

    /**
     * Derives the cases.
     *
     * @throws IllegalStateException when an operation, or the whole contract, yields none: nothing that is never called
     *     may count as verified
     */
    public static Derivation of(Contract contract, Samples samples) {
        Derivation derivation = ofWhatIsThere(contract, samples);
        if (contract.operations().isEmpty()) {
            throw new IllegalStateException(withoutOperation(contract));
        }
        contract.operations().stream()
                .filter(operation -> derivation.cases().stream()
                        .noneMatch(each -> each.operation().equals(operation)))
                .findFirst()
                .ifPresent(operation -> {
                    throw new IllegalStateException(withoutCase(operation));
                });
        return derivation;
    }

    /** Derives the cases of a document that is not fit to be a contract yet; what has none is noted. */
    public static Derivation ofWhatIsThere(Contract contract, Samples samples) {
        List<TestCase> cases = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Operation operation : contract.operations()) {
            if (Credentials.clash(contract, operation)) {
                notes.add("operation " + operation.id()
                        + " is left out: it asks for two values of Authorization at once, and"
                        + " no request has more than one");
                continue;
            }
            List<TestCase> found =
                    new OperationCases(operation, Credentials.of(contract, operation), samples, notes).derive();
            if (found.isEmpty()) {
                notes.add(withoutCase(operation));
            }
            cases.addAll(found);
        }
        if (contract.operations().isEmpty()) {
            notes.add(withoutOperation(contract));
        }
        return new Derivation(cases, notes);
    }

    private static String withoutOperation(Contract contract) {
        return "the contract \"" + contract.title() + "\" has no operation to verify";
    }

    private static String withoutCase(Operation operation) {
        return "operation " + operation.id() + " (" + operation.method() + " " + operation.path()
                + ") documents no response that could be verified. Document at least one response with a final status";
    }
}
