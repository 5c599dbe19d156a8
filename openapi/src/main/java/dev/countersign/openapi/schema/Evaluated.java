package dev.countersign.openapi.schema;

import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/** Which properties or items of one value have been looked into by some rule. */
final class Evaluated {
    private final Set<String> names = new HashSet<>();
    private final BitSet items = new BitSet();
    private final Set<Check> marked = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Whether a schema that is applied to the value has not marked its parts yet. */
    boolean isNew(Check schema) {
        return marked.add(schema);
    }

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
