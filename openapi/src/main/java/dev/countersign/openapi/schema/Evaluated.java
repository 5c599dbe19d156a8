package dev.countersign.openapi.schema;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Which properties or items of one value have been looked into by some rule. */
final class Evaluated {
    private final Set<String> names = new HashSet<>();
    private final BitSet items = new BitSet();

    void property(String name) {
        names.add(name);
    }

    void item(int index) {
        items.set(index);
    }

    boolean hasProperty(String name) {
        return names.contains(name);
    }

    boolean hasItem(int index) {
        return items.get(index);
    }
}
