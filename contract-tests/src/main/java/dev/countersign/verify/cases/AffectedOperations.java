package dev.countersign.verify.cases;

import dev.countersign.openapi.json.Pointer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which operations a place in a bundled document is part of: its own, or those that refer to it. */
public final class AffectedOperations {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    private final JsonNode document;

    /** Of this document. */
    public AffectedOperations(JsonNode document) {
        this.document = document;
    }

    /** The operations as {@code POST /orders}, in the document's order; empty for a place that none refers to. */
    public List<String> of(String pointer) {
        List<String> steps = Pointer.tokens(pointer);
        boolean component = steps.size() > 2 && steps.get(0).equals("components");
        boolean path = steps.size() > 1 && steps.get(0).equals("paths");
        Set<String> found = new LinkedHashSet<>();
        document.path("paths")
                .properties()
                .forEach(item -> item.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .filter(method -> component
                                ? refersTo(item.getValue(), method.getKey(), component(steps))
                                : path
                                        && item.getKey().equals(steps.get(1))
                                        && (steps.size() == 2
                                                || !METHODS.contains(steps.get(2))
                                                || steps.get(2).equals(method.getKey())))
                        .forEach(method -> found.add(method.getKey().toUpperCase(Locale.ROOT) + " " + item.getKey())));
        return List.copyOf(found);
    }

    private static String component(List<String> steps) {
        return Pointer.child(Pointer.child("/components", steps.get(1)), steps.get(2));
    }

    private boolean refersTo(JsonNode item, String method, String component) {
        Set<String> seen = new HashSet<>();
        collect(item.path("parameters"), seen);
        collect(item.path(method), seen);
        return seen.contains(component);
    }

    private void collect(JsonNode node, Set<String> seen) {
        String reference = Pointer.reference(node);
        if (reference != null && seen.add(Pointer.ofReference(reference))) {
            JsonNode target = Pointer.find(document, Pointer.ofReference(reference));
            if (target != null) {
                collect(target, seen);
            }
        }
        node.forEach(child -> collect(child, seen));
    }
}
