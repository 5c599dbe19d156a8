package dev.countersign.mock.state.resource;

import dev.countersign.mock.state.Visit;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Items with addresses of their own: {@code /things} and {@code /things/{id}}, perhaps below an item of another: {@code
 * /users/{userId}/things}.
 *
 * @param path the template of the collection's path, without a slash at its end
 * @param variable the variable that tells items apart
 * @param id the items' property that it means; empty when they have none
 * @param item the schema of an item
 * @param seeds what the collections begin with
 * @param parent the resource that these items are part of
 */
record Resource(
        String path, String variable, Optional<String> id, SchemaNode item, SeedList seeds, Optional<Resource> parent) {

    /** The last name in the path of the collection. */
    String collection() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The schema of the items' id; empty when they have none. */
    Optional<SchemaNode> idSchema() {
        return id.flatMap(name -> Optional.ofNullable(item.properties().get(name)));
    }

    /** The path of the collection that a request means, which is its name in the store. */
    String name(Visit visit) {
        StringBuilder name = new StringBuilder();
        String[] visited = visit.operation().path().split("/", -1);
        for (int i = 1; i <= depth(); i++) {
            name.append('/').append(segment(visit, visited[i]));
        }
        return name.toString();
    }

    private static String segment(Visit visit, String template) {
        return PathShape.variable(template)
                .map(name -> visit.pathValue(name).replace("%", "%25").replace("/", "%2F"))
                .orElse(template);
    }

    /** The key of the item that a request means; empty when it means the collection. */
    Optional<String> key(Visit visit) {
        String[] visited = visit.operation().path().split("/", -1);
        return visited.length > depth() + 1
                ? PathShape.variable(visited[depth() + 1]).map(visit::pathValue)
                : Optional.empty();
    }

    /** The key that an item says itself. */
    Optional<String> key(JsonNode body) {
        return id.map(body::path)
                .filter(own -> own.isValueNode() && !own.isNull())
                .map(own -> own.asString(""))
                .filter(own -> !own.isEmpty());
    }

    /** The name of the collection of another resource that lies below one of these items; empty when it does not. */
    Optional<String> below(String item, Resource other) {
        if (other.parent.filter(above -> above.path.equals(path)).isEmpty()) {
            return Optional.empty();
        }
        String[] segments = other.path.split("/", -1);
        return Optional.of(
                item + "/" + String.join("/", Arrays.asList(segments).subList(depth() + 2, segments.length)));
    }

    private int depth() {
        return (int) path.chars().filter(c -> c == '/').count();
    }
}
