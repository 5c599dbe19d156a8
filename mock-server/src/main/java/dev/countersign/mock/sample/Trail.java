package dev.countersign.mock.sample;

import java.util.HashSet;
import java.util.Set;

/**
 * The way from the sample's root to a value.
 *
 * @param depth how many objects and arrays lie around it
 * @param pointers the schemas that apply to those, by which recursion is recognised
 * @param repeats how often a schema was met inside itself
 */
record Trail(int depth, Set<String> pointers, int repeats) {
    static final Trail ROOT = new Trail(0, Set.of(), 0);

    private static final int ENDLESS = 3;

    Trail into(Constraints constraints) {
        Set<String> all = new HashSet<>(pointers);
        all.addAll(constraints.pointers);
        return new Trail(depth + 1, all, leadsBackTo(constraints) ? repeats + 1 : repeats);
    }

    /** Into a value that is there already, and so has an end however often its schema is met inside itself. */
    Trail along(Constraints constraints) {
        Trail inside = into(constraints);
        return new Trail(inside.depth, inside.pointers, repeats);
    }

    /** Whether even what is required has no end here. */
    boolean isEndless() {
        return repeats >= ENDLESS;
    }

    boolean leadsBackTo(Constraints constraints) {
        for (String pointer : constraints.pointers) {
            if (pointers.contains(pointer)) {
                return true;
            }
        }
        return false;
    }
}
