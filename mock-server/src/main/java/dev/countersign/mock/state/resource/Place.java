package dev.countersign.mock.state.resource;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where in a body the item, or the list of items, stands.
 *
 * @param path the names of the properties on the way; empty when it is the body itself
 * @param item the schema of an item
 */
record Place(List<String> path, SchemaNode item) {
    /** How deep a wrapper may hide its list: {@code {"_embedded": {"things": […]}}}. */
    private static final int DEEPEST = 2;

    Place {
        path = List.copyOf(path);
    }

    /** The list in a body: the body itself, or the one array in it whose items are such. */
    static Optional<Place> ofList(SchemaNode body, Optional<SchemaNode> item) {
        List<Place> candidates = new ArrayList<>();
        collect(body, List.of(), candidates);
        Optional<Place> known = candidates.stream()
                .filter(place ->
                        item.filter(schema -> isAlike(schema, place.item)).isPresent())
                .findFirst();
        return known.or(() -> candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty());
    }

    private static void collect(SchemaNode schema, List<String> path, List<Place> found) {
        Optional<SchemaNode> items = SchemaParts.items(schema);
        if (items.isPresent()) {
            if (SchemaParts.isObject(items.get())) {
                found.add(new Place(path, items.get()));
            }
        } else if (path.size() < DEEPEST) {
            schema.properties().forEach((name, property) -> {
                List<String> longer = new ArrayList<>(path);
                longer.add(name);
                collect(property, longer, found);
            });
        }
    }

    private static boolean isAlike(SchemaNode one, SchemaNode other) {
        Set<String> names = one.properties().keySet();
        return one.resolved().equals(other.resolved())
                || !names.isEmpty() && names.equals(other.properties().keySet());
    }

    /** The item in a body: the body itself, unless only one object in it has the property that tells items apart. */
    static Place ofItem(SchemaNode body, String variable, String collection) {
        if (IdProperty.of(body, variable, collection).isEmpty()) {
            List<Map.Entry<String, SchemaNode>> within = body.properties().entrySet().stream()
                    .filter(property -> SchemaParts.isObject(property.getValue())
                            && IdProperty.of(property.getValue(), variable, collection)
                                    .isPresent())
                    .toList();
            if (within.size() == 1) {
                return new Place(List.of(within.get(0).getKey()), within.get(0).getValue());
            }
        }
        return new Place(List.of(), body);
    }

    /** What stands here in a body; the missing node where there is no such place. */
    JsonNode in(JsonNode body) {
        JsonNode at = body;
        for (String name : path) {
            at = at.path(name);
        }
        return at;
    }

    /** The body with another value here; objects on the way are made where they are missing. */
    JsonNode with(JsonNode body, JsonNode value) {
        if (path.isEmpty()) {
            return value;
        }
        ObjectNode copy = body instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        ObjectNode at = copy;
        for (String name : path.subList(0, path.size() - 1)) {
            at = at.get(name) instanceof ObjectNode next ? next : at.putObject(name);
        }
        at.set(path.get(path.size() - 1), value);
        return copy;
    }
}
