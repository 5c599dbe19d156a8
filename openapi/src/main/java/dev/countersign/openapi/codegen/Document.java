package dev.countersign.openapi.codegen;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The bundled document, as far as references in it go. */
final class Document {
    private static final String COMPONENTS = "#/components/schemas/";

    private final ObjectNode root;

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
        return COMPONENTS + component.replace("~", "~0").replace("/", "~1");
    }

    static Optional<String> referenceOf(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isString() ? Optional.of(reference.stringValue()) : Optional.empty();
    }

    /** The last name in a reference, which is what its author called the schema. */
    static String nameOf(String reference) {
        String last = reference.substring(reference.lastIndexOf('/') + 1);
        return decoded(last).replace("~1", "/").replace("~0", "~");
    }

    /** Follows a reference to the first schema that is not one itself; missing where it leads nowhere or in a circle. */
    JsonNode follow(String reference) {
        Set<String> seen = new HashSet<>();
        JsonNode node = at(reference);
        Optional<String> next = referenceOf(node);
        while (next.isPresent() && node.size() == 1 && seen.add(next.get())) {
            node = at(next.get());
            next = referenceOf(node);
        }
        return next.isPresent() && seen.contains(next.get()) ? JsonNodeFactory.instance.missingNode() : node;
    }

    private JsonNode at(String reference) {
        if (!reference.startsWith("#")) {
            return JsonNodeFactory.instance.missingNode();
        }
        String pointer = decoded(reference.substring(1));
        return pointer.isEmpty() ? root : root.at(JsonPointer.compile(pointer));
    }

    private static String decoded(String fragment) {
        return fragment.indexOf('%') < 0
                ? fragment
                : java.net.URLDecoder.decode(fragment.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
    }
}
