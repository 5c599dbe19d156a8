package dev.countersign.verify.diff;

import dev.countersign.verify.release.Change;
import java.util.List;

/**
 * A change, and who is hit by it.
 *
 * @param change the change
 * @param consumers the consumers whose pacts use what is broken, by name; empty when it breaks nothing or no pact is known
 */
public record Noticed(Change change, List<String> consumers) {
    public Noticed {
        consumers = List.copyOf(consumers);
    }
}
