package dev.countersign.openapi.codegen;

import dev.countersign.openapi.json.Pointer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The bundled document, as far as references in it go. */
final class Document {
    private static final String COMPONENTS = "/components/schemas";

    private final ObjectNode root;
    private final Map<String, JsonNode> ends = new HashMap<>();

    Document(ObjectNode root) {
        this.root = root;
    }

    ObjectNode root() {
        return root;
    }

    /** The component schemas by name, in the document's order. */
    ObjectNode schemas() {
        return root.path("components").path("schemas") instanceof ObjectNode schemas
                ? schemas
                : JsonNodeFactory.instance.objectNode();
    }

    static String reference(String component) {
        return Pointer.toReference(Pointer.child(COMPONENTS, component));
    }

    static Optional<String> referenceOf(JsonNode schema) {
        return Optional.ofNullable(Pointer.reference(schema));
    }

    /** The last name in a reference, which is what its author called the schema. */
    static String nameOf(String reference) {
        String pointer = reference.contains("#") ? Pointer.ofReference(reference) : reference;
        return Pointer.last("/" + pointer);
    }

    /** Follows a reference to the first schema that is not one itself; missing where it leads nowhere or in a circle. */
    JsonNode follow(String reference) {
        Set<String> chain = new LinkedHashSet<>(Set.of(reference));
        JsonNode node = at(reference);
        Optional<String> next = referenceOf(node);
        while (next.isPresent() && node.size() == 1 && !ends.containsKey(next.get()) && chain.add(next.get())) {
            node = at(next.get());
            next = referenceOf(node);
        }
        boolean more = next.isPresent() && node.size() == 1;
        JsonNode end = more ? ends.getOrDefault(next.get(), JsonNodeFactory.instance.missingNode()) : node;
        chain.forEach(link -> ends.put(link, end));
        return end;
    }

    private JsonNode at(String reference) {
        JsonNode found = reference.startsWith("#") ? Pointer.find(root, Pointer.ofReference(reference)) : null;
        return found == null ? JsonNodeFactory.instance.missingNode() : found;
    }
}
