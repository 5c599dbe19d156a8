package dev.countersign.verify.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Failures of one cause. One wrong field of the client is seen by every layer that lets the client speak; a person wants
 * to read of it once.
 *
 * @param first what has seen it first, in the order of the walk
 * @param others what has seen it too
 */
record Card(Check first, List<Check> others) {
    Card {
        others = List.copyOf(others);
    }

    /** The failures of a run, those that most checks have seen first. */
    static List<Card> of(List<Check> checks) {
        Map<String, List<Check>> causes = new LinkedHashMap<>();
        checks.stream()
                .filter(Check::hasFailed)
                .forEach(check -> causes.computeIfAbsent(cause(check), key -> new ArrayList<>())
                        .add(check));
        return causes.values().stream()
                .map(all -> new Card(all.get(0), all.subList(1, all.size())))
                .toList();
    }

    private static String cause(Check check) {
        return check.operation() + "|" + ((Outcome.Failed) check.outcome()).cause();
    }

    /** The side that breaks the contract; empty when none can be named. */
    String side() {
        String side = ((Outcome.Failed) first.outcome()).side();
        int comma = side.indexOf(',');
        return comma < 0 ? side : side.substring(0, comma);
    }

    String title() {
        return first.name().isEmpty() ? first.layer().title() : first.name();
    }

    /** Where else it shows, in one line; empty when nowhere. */
    String alsoSeen() {
        Map<String, Integer> layers = new LinkedHashMap<>();
        others.forEach(check -> layers.merge(check.layer().title(), 1, Integer::sum));
        List<String> texts = new ArrayList<>();
        layers.forEach((layer, times) -> texts.add(layer + (times > 1 ? " (" + times + ")" : "")));
        return texts.isEmpty() ? "" : "Also seen by: " + String.join(", ", texts) + ".";
    }
}
