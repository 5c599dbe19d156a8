package dev.countersign.mock.state.resource;

import dev.countersign.mock.choose.Preference;
import dev.countersign.openapi.contract.Operation;
import java.util.List;
import java.util.Optional;

/** Which of an operation's documented statuses says what happened. */
final class DocumentedStatus {
    private DocumentedStatus() {}

    /** The first of these that is documented for itself; else the operation's usual success. */
    static Preference success(Operation operation, String... statuses) {
        return List.of(statuses).stream()
                .filter(status -> has(operation, status))
                .findFirst()
                .map(Preference::ofStatus)
                .orElse(Preference.NONE);
    }

    static boolean has(Operation operation, String status) {
        return operation.responses().stream()
                .anyMatch(response -> response.status().equals(status));
    }

    /** An error, documented for itself, by its range or by default. */
    static Optional<Preference> error(Operation operation, String status) {
        boolean documented = operation.responses().stream().anyMatch(response -> response.covers(status));
        return documented ? Optional.of(Preference.ofStatus(status)) : Optional.empty();
    }
}
