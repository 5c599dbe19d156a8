package dev.countersign.mock.control;

import java.util.ArrayList;
import java.util.List;

/**
 * A call beside what was expected of it.
 *
 * @param differences in words; empty when it is as expected
 */
record ComparedCall(Exchange exchange, List<String> differences) {
    static ComparedCall of(Exchange exchange, RequestQuery expected) {
        RequestContent content = exchange.content();
        List<String> differences = new ArrayList<>();
        expected.conditions().stream()
                .filter(condition -> !condition.holds(content))
                .map(condition -> condition.difference(content, shows(exchange, condition)))
                .forEach(differences::add);
        if (expected.status().isPresent() && expected.status().getAsInt() != exchange.status()) {
            differences.add(
                    "expected to be answered with " + expected.status().getAsInt() + ", was with " + exchange.status());
        }
        return new ComparedCall(exchange, List.copyOf(differences));
    }

    /** Whether both what is expected and what came may be shown. */
    boolean shows(Condition condition) {
        return shows(exchange, condition);
    }

    private static boolean shows(Exchange exchange, Condition condition) {
        return exchange.operation()
                .map(ShownParts::of)
                .filter(shown -> shown.test(condition) && shown.test(condition, exchange.content()))
                .isPresent();
    }
}
