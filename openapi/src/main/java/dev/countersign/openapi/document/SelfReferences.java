package dev.countersign.openapi.document;

import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.contract.Problem.Severity;
import dev.countersign.openapi.json.Pointer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Components that are nothing but a reference to each other in a circle say nothing. Each becomes an empty object, so
 * that following references always arrives.
 */
public final class SelfReferences {
    private SelfReferences() {}

    public static void remove(ObjectNode document, Origins origins, List<Problem> problems) {
        if (!(document.get("components") instanceof ObjectNode components)) {
            return;
        }
        Set<String> settled = new HashSet<>();
        for (Map.Entry<String, JsonNode> section : components.properties()) {
            if (section.getValue() instanceof ObjectNode named) {
                for (String name : List.copyOf(named.propertyNames())) {
                    String pointer = Pointer.child(Pointer.child("/components", section.getKey()), name);
                    if (circles(document, named.get(name), settled)) {
                        named.putObject(name);
                        problems.add(new Problem(
                                Severity.WARNING,
                                origins.place(pointer),
                                "The component \"" + name + "\" is only a reference to itself, so it says nothing.",
                                "Say what it is."));
                    }
                }
            }
        }
    }

    /** @param settled references that are known to lead to an end, so that a long chain is followed once */
    private static boolean circles(ObjectNode document, @Nullable JsonNode start, Set<String> settled) {
        Set<String> seen = new HashSet<>();
        JsonNode node = start;
        while (node != null && node.size() == 1) {
            String reference = Pointer.reference(node);
            if (reference == null || settled.contains(reference)) {
                break;
            }
            if (!seen.add(reference)) {
                return true;
            }
            node = Pointer.find(document, Pointer.ofReference(reference));
        }
        settled.addAll(seen);
        return false;
    }
}
