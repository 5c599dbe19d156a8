package dev.countersign.mock.junit;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import java.util.Comparator;
import java.util.stream.Collectors;

/** A contract that is ready to be served, shared by all tests that name it. */
record CompiledDocument(CompiledContract compiled, Mock mock) {
    private static final int SHOWN = 10;

    static CompiledDocument of(Contract contract, MockOptions options) {
        CompiledContract compiled = CompiledContract.of(contract);
        return new CompiledDocument(compiled, Mock.of(compiled, options));
    }

    Contract contract() {
        return compiled.contract();
    }

    /** Finds an operation by its id, or by {@code METHOD /path}. */
    Operation operation(String name) {
        return contract()
                .operation(name)
                .or(() -> contract().operations().stream()
                        .filter(operation -> line(operation).equals(name))
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The contract has no operation \"" + name + "\". It has " + operations(name) + "."));
    }

    /** Those that differ in case only come first. */
    private String operations(String name) {
        int more = contract().operations().size() - SHOWN;
        return contract().operations().stream()
                        .map(Operation::id)
                        .sorted(Comparator.comparing(id -> !id.equalsIgnoreCase(name)))
                        .limit(SHOWN)
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** {@code listPets (GET /pets)}, or the latter alone where the document gives no id. */
    static String label(Operation operation) {
        String line = line(operation);
        return operation.id().equals(line) ? line : operation.id() + " (" + line + ")";
    }

    private static String line(Operation operation) {
        return operation.method() + " " + operation.path();
    }
}
