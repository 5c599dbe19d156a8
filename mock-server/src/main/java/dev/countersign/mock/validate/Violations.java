package dev.countersign.mock.validate;

import java.util.ArrayList;
import java.util.List;

/** What is found in one request, bounded in number. For one thread. */
final class Violations {
    /** As many as are listed of one value. */
    private static final int MOST = 1_000;

    private static final String REPEATED = "is given more than once; the last one counts";

    private final List<Violation> all = new ArrayList<>(0);
    private final List<Violation> notes = new ArrayList<>(0);

    /** Adds something that is wrong. */
    void add(Violation violation) {
        if (all.size() < MOST) {
            all.add(violation);
        }
    }

    /** Adds something that is odd, and no reason to refuse the request. */
    void note(Violation violation) {
        if (notes.size() < MOST) {
            notes.add(violation);
        }
    }

    /** Keys that JSON repeats: wrong when one is strict, else odd. */
    void repeated(List<String> pointers, Violation.In in, String name, Strictness strictness) {
        for (String pointer : pointers) {
            Violation repeated = new Violation(in, name, pointer, REPEATED, "");
            if (strictness == Strictness.STRICT) {
                add(repeated);
            } else {
                note(repeated);
            }
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Violation> all() {
        return all;
    }

    List<Violation> notes() {
        return notes;
    }
}
