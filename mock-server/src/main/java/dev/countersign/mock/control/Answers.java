package dev.countersign.mock.control;

import dev.countersign.mock.choose.Preference;
import dev.countersign.openapi.contract.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The answers that a session's operations are switched to. Thread-safe. */
final class Answers {
    private final Map<String, SwitchedAnswer> switched = new ConcurrentHashMap<>();

    void put(Operation operation, SwitchedAnswer answer) {
        switched.put(operation.id(), answer);
    }

    void remove(Operation operation) {
        switched.remove(operation.id());
    }

    void clear() {
        switched.clear();
    }

    Optional<SwitchedAnswer> get(Operation operation) {
        return Optional.ofNullable(switched.get(operation.id()));
    }

    /** What an operation is switched to, for one request, which counts. */
    Preference take(Operation operation) {
        if (switched.isEmpty()) {
            return Preference.NONE;
        }
        SwitchedAnswer answer = switched.get(operation.id());
        while (answer != null) {
            Optional<SwitchedAnswer> left = answer.afterOne();
            boolean taken = left.isPresent()
                    ? left.get().equals(answer) || switched.replace(operation.id(), answer, left.get())
                    : switched.remove(operation.id(), answer);
            if (taken) {
                return answer.preference();
            }
            answer = switched.get(operation.id()); // another request took it at the same time
        }
        return Preference.NONE;
    }
}
