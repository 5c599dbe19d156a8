package dev.countersign.openapi.check;

import java.util.Optional;
import java.util.Set;

/** Guesses which name an author meant by one that does not exist. */
public final class NearestName {
    private static final int SHORTEST = 4;
    private static final int MOST_EDITS = 2;

    private NearestName() {}

    /** The name that is at most two letters away; absent when there is none. */
    public static Optional<String> of(String written, Set<String> names) {
        Optional<String> nearest = Optional.empty();
        int least = MOST_EDITS + 1;
        for (String name : names) {
            boolean comparable = Math.min(name.length(), written.length()) >= SHORTEST
                    && Math.abs(name.length() - written.length()) <= MOST_EDITS;
            int edits = comparable ? EditDistance.between(written, name) : least;
            if (edits < least) {
                least = edits;
                nearest = Optional.of(name);
            }
        }
        return nearest;
    }
}
