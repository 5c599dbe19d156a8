package dev.countersign.openapi.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Finds the properties that a value need not have although they are required: read-only ones in a request, write-only
 * ones in a response (OAS 3.0 section 4.7.24.2). The declaration and the {@code required} may stand in different
 * schemas that apply to the same value. Thread-safe.
 */
final class Exemptions {
    private final SameValue sameValue;
    private final Map<String, Set<String>> readOnly = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> writeOnly = new ConcurrentHashMap<>();

    Exemptions(SameValue sameValue) {
        this.sameValue = sameValue;
    }

    Set<String> of(Site site) {
        Direction direction = site.scope().direction();
        if (direction == Direction.ANY) {
            return Set.of();
        }
        boolean request = direction == Direction.REQUEST;
        Map<String, Set<String>> known = request ? readOnly : writeOnly;
        Set<String> names = known.get(site.pointer());
        if (names == null) {
            names = find(site, request ? "readOnly" : "writeOnly");
            known.put(site.pointer(), names);
        }
        return names;
    }

    private Set<String> find(Site site, String flag) {
        Set<String> names = new HashSet<>();
        for (Resources.Target schema : applied(new Resources.Target(site.pointer(), site.schema()))) {
            Resources.Target properties = schema.child("properties");
            for (String name : properties.schema().propertyNames()) {
                if (isFlagged(properties.child(name), flag)) {
                    names.add(name);
                }
            }
        }
        return Set.copyOf(names);
    }

    private boolean isFlagged(Resources.Target property, String flag) {
        for (Resources.Target schema : applied(property)) {
            JsonNode value = schema.schema().path(flag);
            if (value.isBoolean() && value.booleanValue()) {
                return true;
            }
        }
        return false;
    }

    private Iterable<Resources.Target> applied(Resources.Target start) {
        Map<String, Resources.Target> seen = new LinkedHashMap<>();
        Deque<Resources.Target> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty()) {
            Resources.Target schema = open.pop();
            if (seen.putIfAbsent(schema.pointer(), schema) == null) {
                open.addAll(sameValue.next(schema));
            }
        }
        return seen.values();
    }
}
