package dev.countersign.mock.state;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What one session remembers. Bounded: when its items' texts are longer than {@value #MOST_CHARACTERS} characters together, or
 * one collection has more than {@value #MOST_ITEMS} items, the oldest of the largest are forgotten, and so is the collection that
 * was longest without a request where there are more than {@value #MOST_COLLECTIONS}. Whoever reads or writes holds its lock.
 */
public final class SessionState {
    static final int MOST_CHARACTERS = 4_000_000;
    static final int MOST_ITEMS = 10_000;
    static final int MOST_COLLECTIONS = 1_000;

    private final Map<String, Collection> collections = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Collection> eldest) {
            return size() > MOST_COLLECTIONS;
        }
    };
    private final Map<String, Long> counters = new HashMap<>();
    private Optional<String> state = Optional.empty();

    SessionState() {}

    /**
     * A collection.
     *
     * @param beginning fills one that is asked for the first time
     */
    public Collection collection(String name, Consumer<Collection> beginning) {
        Collection known = collections.get(name);
        if (known == null) {
            known = new Collection();
            beginning.accept(known);
            collections.put(name, known);
        }
        return known;
    }

    /** Empties the collections whose names begin so. */
    public void clearBelow(String prefix) {
        collections.forEach((name, collection) -> {
            if (name.startsWith(prefix)) {
                collection.clear();
            }
        });
    }

    /** Forgets what lies beyond the bounds; to be called after something was stored. */
    public void bound() {
        for (Collection collection : collections.values()) {
            while (collection.count() > MOST_ITEMS) {
                collection.removeOldest();
            }
        }
        while (collections.values().stream().mapToLong(Collection::size).sum() > MOST_CHARACTERS) {
            collections.values().stream()
                    .max(Comparator.comparingLong(Collection::size))
                    .ifPresent(Collection::removeOldest);
        }
    }

    /** Counts on, and returns the new count; the first is 1. */
    public long next(String counter) {
        return counters.merge(counter, 1L, Long::sum);
    }

    /** Lets a counter go on after a number that is taken. */
    public void atLeast(String counter, long taken) {
        counters.merge(counter, taken, Math::max);
    }

    /** The state of the scenario; empty when it is the first. */
    public Optional<String> state() {
        return state;
    }

    /** Goes to another state of the scenario. */
    public void state(String next) {
        state = Optional.of(next);
    }

    Map<String, Collection> collections() {
        return collections;
    }

    Map<String, Long> counters() {
        return counters;
    }

    /** As in the beginning. */
    void clear() {
        collections.clear();
        counters.clear();
        state = Optional.empty();
    }
}
