package dev.countersign.verify.release;

import dev.countersign.openapi.contract.Operation;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which operations of two contracts belong together: those of the same method and path, and of the others those whose paths
 * differ only in the names of their parameters, which never travel.
 */
final class OperationPairs {
    private final IdentityHashMap<Operation, Operation> pairs = new IdentityHashMap<>();
    private final Map<String, Operation> left = new LinkedHashMap<>();

    private OperationPairs() {}

    static OperationPairs of(List<Operation> released, List<Operation> current) {
        OperationPairs all = new OperationPairs();
        current.forEach(operation -> all.left.putIfAbsent(endpoint(operation), operation));
        for (Operation before : released) {
            Operation after = all.left.remove(endpoint(before));
            if (after != null) {
                all.pairs.put(before, after);
            }
        }
        Map<String, String> byShape = new LinkedHashMap<>();
        all.left.keySet().forEach(endpoint -> byShape.putIfAbsent(shape(endpoint), endpoint));
        for (Operation before : released) {
            String renamed = all.pairs.containsKey(before) ? null : byShape.remove(shape(endpoint(before)));
            Operation after = renamed == null ? null : all.left.remove(renamed);
            if (after != null) {
                all.pairs.put(before, after);
            }
        }
        return all;
    }

    /** The current form of a released operation; absent when it is gone. */
    Optional<Operation> current(Operation released) {
        return Optional.ofNullable(pairs.get(released));
    }

    /** The operations that are new. */
    Collection<Operation> added() {
        return left.values();
    }

    static String endpoint(Operation operation) {
        return operation.method() + " " + operation.path();
    }

    private static String shape(String endpoint) {
        return endpoint.replaceAll("\\{[^}]*}", "{}");
    }
}
