package dev.countersign.verify.mutation;

import dev.countersign.openapi.json.Pointer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A bundled document, as far as mutations have to find their way in it.
 *
 * @param root the document
 */
record Tree(ObjectNode root) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** An operation, by where it stands. */
    record At(String path, String method) {
        @Override
        public String toString() {
            return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
        }
    }

    List<At> operations() {
        List<At> found = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> found.add(new At(path.getKey(), method.getKey()))));
        return found;
    }

    ObjectNode operation(At at) {
        return (ObjectNode) root.path("paths").path(at.path()).path(at.method());
    }

    /** Follows references. */
    JsonNode resolved(JsonNode node) {
        JsonNode current = node;
        Set<String> followed = new HashSet<>();
        String reference = Pointer.reference(current);
        while (reference != null && followed.add(reference)) {
            JsonNode target = Pointer.find(root, Pointer.ofReference(reference));
            current = target == null ? MissingNode.getInstance() : target;
            reference = Pointer.reference(current);
        }
        return current;
    }

    /** The {@code content} of the request body. */
    Optional<ObjectNode> requestContent(At at) {
        return content(resolved(operation(at).path("requestBody")));
    }

    /** The {@code content} of the first response whose status begins with this digit. */
    Optional<ObjectNode> responseContent(At at, char digit) {
        return status(at, digit)
                .flatMap(status ->
                        content(resolved(operation(at).path("responses").path(status))));
    }

    Optional<String> status(At at, char digit) {
        return operation(at).path("responses").properties().stream()
                .map(java.util.Map.Entry::getKey)
                .filter(status -> status.charAt(0) == digit)
                .findFirst();
    }

    private static Optional<ObjectNode> content(JsonNode holder) {
        return Optional.of(holder.path("content"))
                .filter(c -> c instanceof ObjectNode && c.has("application/json"))
                .map(ObjectNode.class::cast);
    }

    /** The object schema of a content's JSON, with references and the first level of composition taken into account. */
    Optional<ObjectNode> schema(ObjectNode content) {
        JsonNode schema = resolved(content.path("application/json").path("schema"));
        return Stream.concat(
                        Stream.of(schema), schema.path("allOf").valueStream().map(this::resolved))
                .filter(part -> part.path("properties").isObject())
                .map(ObjectNode.class::cast)
                .findFirst();
    }
}
