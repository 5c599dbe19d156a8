package dev.countersign.mock.control;

import dev.countersign.openapi.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The answers that a session's operations are switched to, the first that counts first. Thread-safe. */
final class Answers {
    private final Map<String, List<SwitchedAnswer>> switched = new ConcurrentHashMap<>();

    void put(Operation operation, List<SwitchedAnswer> answers) {
        switched.put(operation.id(), List.copyOf(answers));
    }

    void remove(Operation operation) {
        switched.remove(operation.id());
    }

    void clear() {
        switched.clear();
    }

    List<SwitchedAnswer> get(Operation operation) {
        return switched.getOrDefault(operation.id(), List.of());
    }

    boolean isEmpty() {
        return switched.isEmpty();
    }

    /** What an operation is switched to, for one request, which counts. */
    Optional<SwitchedAnswer> take(Operation operation, RequestContent request) {
        List<SwitchedAnswer> answers = switched.get(operation.id());
        while (answers != null) {
            Optional<SwitchedAnswer> taken =
                    answers.stream().filter(each -> each.isFor(request)).findFirst();
            if (taken.isEmpty() || taken.get().times().isEmpty() || replace(operation, answers, taken.get())) {
                return taken;
            }
            answers = switched.get(operation.id()); // another request took one at the same time
        }
        return Optional.empty();
    }

    private boolean replace(Operation operation, List<SwitchedAnswer> answers, SwitchedAnswer taken) {
        List<SwitchedAnswer> left = new ArrayList<>(answers);
        int place = left.indexOf(taken);
        taken.afterOne().ifPresentOrElse(after -> left.set(place, after), () -> left.remove(place));
        return left.isEmpty()
                ? switched.remove(operation.id(), answers)
                : switched.replace(operation.id(), answers, List.copyOf(left));
    }
}
