package dev.countersign.openapi.schema;

import dev.countersign.openapi.contract.Dialect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Which schemas a schema applies to the very value that it is applied to itself. Thread-safe. */
final class SameValue {
    private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf");
    private static final List<String> SINGLES = List.of("not", "if", "then", "else");

    private final Resources resources;
    private final Dialect dialect;
    private final Map<String, Boolean> onCycle = new ConcurrentHashMap<>();

    SameValue(Resources resources, Dialect dialect) {
        this.resources = resources;
        this.dialect = dialect;
    }

    /** Whether a schema comes to apply itself again, which would go on for ever. */
    boolean isOnCycle(String pointer, JsonNode schema) {
        Boolean known = onCycle.get(pointer);
        if (known == null) {
            known = reaches(new Resources.Target(pointer, schema), pointer);
            onCycle.put(pointer, known);
        }
        return known;
    }

    /** The schemas that are applied directly. */
    List<Resources.Target> next(Resources.Target from) {
        List<Resources.Target> next = new ArrayList<>();
        JsonNode schema = from.schema();
        for (String keyword : List.of("$ref", "$dynamicRef")) {
            if (schema.path(keyword).isString()) {
                next.add(resources.resolve(schema.path(keyword).stringValue(), from.pointer()));
            }
        }
        if (dialect == Dialect.OPENAPI_3_0 && !next.isEmpty()) {
            return next;
        }
        for (String keyword : SINGLES) {
            addObject(next, from.child(keyword));
        }
        for (String keyword : LISTS) {
            Resources.Target list = from.child(keyword);
            for (int index = 0; list.schema().isArray() && index < list.schema().size(); index++) {
                addObject(next, list.child(index));
            }
        }
        Resources.Target dependent = from.child("dependentSchemas");
        for (String name : dependent.schema().propertyNames()) {
            addObject(next, dependent.child(name));
        }
        return next;
    }

    private static void addObject(List<Resources.Target> targets, Resources.Target target) {
        if (target.schema().isObject()) {
            targets.add(target);
        }
    }

    private boolean reaches(Resources.Target start, String goal) {
        Set<String> seen = new HashSet<>();
        Deque<Resources.Target> open = new ArrayDeque<>(next(start));
        while (!open.isEmpty()) {
            Resources.Target target = open.pop();
            if (target.pointer().equals(goal)) {
                return true;
            }
            if (seen.add(target.pointer())) {
                open.addAll(next(target));
            }
        }
        return false;
    }
}
