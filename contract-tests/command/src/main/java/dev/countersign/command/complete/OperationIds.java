package dev.countersign.command.complete;

import dev.countersign.openapi.contract.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names for operations that have none: {@code GET /pets/{petId}} becomes {@code getPetsByPetId}. */
final class OperationIds {
    private final Set<String> taken = new HashSet<>();

    OperationIds(List<Operation> operations) {
        operations.forEach(operation -> taken.add(operation.id()));
    }

    static boolean isMissing(Operation operation) {
        return operation.id().equals(operation.method() + " " + operation.path());
    }

    /** A name that no other operation has; taken from now on. */
    String of(Operation operation) {
        StringBuilder name = new StringBuilder(operation.method().toLowerCase(Locale.ROOT));
        for (String word : operation.path().replace("{", " by ").split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        String free = name.toString();
        for (int i = 2; !taken.add(free); i++) {
            free = name.toString() + i;
        }
        return free;
    }
}
