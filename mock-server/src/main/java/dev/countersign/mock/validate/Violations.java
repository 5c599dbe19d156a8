package dev.countersign.mock.validate;

import java.util.ArrayList;
import java.util.List;

/** What is found in one request, bounded in number. Costs a valid request nothing. For one thread. */
final class Violations {
    /** As many as are listed of one value. */
    private static final int MOST = 1_000;

    private static final String REPEATED = "is given more than once; the last one counts";

    private List<Violation> all = List.of();
    private List<Violation> notes = List.of();

    /** Adds something that is wrong. */
    void add(Violation violation) {
        all = added(all, violation);
    }

    private static List<Violation> added(List<Violation> list, Violation violation) {
        List<Violation> longer = list.isEmpty() ? new ArrayList<>() : list;
        if (longer.size() < MOST) {
            longer.add(violation);
        }
        return longer;
    }

    /** Keys that JSON repeats: wrong when one is strict; else odd, and no reason to refuse the request. */
    void repeated(List<String> pointers, Violation.In in, String name, Strictness strictness) {
        for (String pointer : pointers) {
            Violation repeated = new Violation(in, name, pointer, REPEATED, "");
            if (strictness == Strictness.STRICT) {
                add(repeated);
            } else {
                notes = added(notes, repeated);
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
