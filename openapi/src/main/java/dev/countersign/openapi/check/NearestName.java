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
            int edits = comparable ? edits(written, name) : least;
            if (edits < least) {
                least = edits;
                nearest = Optional.of(name);
            }
        }
        return nearest;
    }

    /** Insertions, deletions and replacements from one to the other. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
