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

    /** Insertions, deletions, replacements and neighbours that have changed places, from one to the other. */
    private static int edits(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                boolean same = from.charAt(i - 1) == to.charAt(j - 1);
                row[j] = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[to.length()];
    }
}
