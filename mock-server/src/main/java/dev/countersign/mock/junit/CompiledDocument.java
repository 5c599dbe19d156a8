package dev.countersign.mock.junit;

import dev.countersign.mock.Mock;
import dev.countersign.mock.MockOptions;
import dev.countersign.mock.route.RouteTable;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import java.util.Comparator;
import java.util.stream.Collectors;

/** A contract that is ready to be served, shared by all tests that name it. */
record CompiledDocument(Contract contract, Mock mock, RouteTable routes) {
    private static final int SHOWN = 10;

    static CompiledDocument of(Contract contract, MockOptions options) {
        return new CompiledDocument(contract, Mock.compile(contract, options), RouteTable.of(contract));
    }

    /** Finds an operation by its id, or by {@code METHOD /path}. */
    Operation operation(String name) {
        return contract.operation(name)
                .or(() -> contract.operations().stream()
                        .filter(operation -> line(operation).equals(name))
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The contract has no operation \"" + name + "\". It has " + operations(name) + "."));
    }

    /** Those that differ in case only come first. */
    private String operations(String name) {
        int more = contract.operations().size() - SHOWN;
        return contract.operations().stream()
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
