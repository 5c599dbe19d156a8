package dev.countersign.mock.validate;

import java.util.List;
import java.util.stream.Collectors;

/** Violations as one line of text. */
final class Summary {
    private static final int SHOWN = 50;

    private Summary() {}

    static String of(List<Violation> violations) {
        String text = violations.stream().limit(SHOWN).map(Violation::sentence).collect(Collectors.joining("; "));
        int more = violations.size() - SHOWN;
        return more > 0 ? text + "; and " + more + " more" : text;
    }
}
