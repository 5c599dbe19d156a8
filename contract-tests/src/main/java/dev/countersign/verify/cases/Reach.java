package dev.countersign.verify.cases;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which operations a place in a bundled document is part of: its own, or those that refer to it. */
public final class Reach {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    private final JsonNode document;

    /** Of this document. */
    public Reach(JsonNode document) {
        this.document = document;
    }

    /** The operations as {@code POST /orders}, in the document's order; empty for a place that none refers to. */
    public List<String> of(String pointer) {
        String[] steps = pointer.split("/", -1);
        boolean component = steps.length > 3 && steps[1].equals("components");
        boolean path = steps.length > 2 && steps[1].equals("paths");
        Set<String> found = new LinkedHashSet<>();
        document.path("paths")
                .properties()
                .forEach(item -> item.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .filter(method -> component
                                ? refersTo(
                                        item.getValue(), method.getKey(), "#/components/" + steps[2] + "/" + steps[3])
                                : path
                                        && item.getKey()
                                                .equals(steps[2].replace("~1", "/")
                                                        .replace("~0", "~"))
                                        && (steps.length == 3
                                                || !METHODS.contains(steps[3])
                                                || steps[3].equals(method.getKey())))
                        .forEach(method -> found.add(method.getKey().toUpperCase(Locale.ROOT) + " " + item.getKey())));
        return List.copyOf(found);
    }

    private boolean refersTo(JsonNode item, String method, String reference) {
        Set<String> seen = new HashSet<>();
        collect(item.path("parameters"), seen);
        collect(item.path(method), seen);
        return seen.contains(reference);
    }

    private void collect(JsonNode node, Set<String> seen) {
        String reference = node.path("$ref").asString("");
        if (reference.startsWith("#/") && seen.add(reference)) {
            collect(document.at(reference.substring(1)), seen);
        }
        node.forEach(child -> collect(child, seen));
    }
}
