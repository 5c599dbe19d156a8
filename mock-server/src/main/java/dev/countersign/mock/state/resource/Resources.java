package dev.countersign.mock.state.resource;

import dev.countersign.mock.sample.SampleGenerator;
import dev.countersign.mock.state.resource.Role.Action;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The resources of a contract, found by the structure of its paths: where a path ends in a variable, and the path above it is no
 * variable, the one is an item and the other its collection.
 */
final class Resources {
    private final SampleGenerator samples;
    private final Map<String, Map<String, Operation>> paths = new LinkedHashMap<>();
    private final Map<String, Optional<Resource>> found = new HashMap<>();

    private Resources(SampleGenerator samples) {
        this.samples = samples;
    }

    /** What each operation does, by the operation's pointer; operations that are about no resource are left out. */
    static Map<String, Role> of(Contract contract, SampleGenerator samples) {
        Resources resources = new Resources(samples);
        for (Operation operation : contract.operations()) {
            resources
                    .paths
                    .computeIfAbsent(PathShape.of(operation.path()), shape -> new LinkedHashMap<>())
                    .putIfAbsent(operation.method(), operation);
        }
        Map<String, Role> roles = new LinkedHashMap<>();
        List.copyOf(resources.paths.keySet())
                .forEach(shape ->
                        resources.resource(shape).ifPresent(resource -> resources.add(shape, resource, roles)));
        return roles;
    }

    /** The resource whose items are at such paths. */
    private Optional<Resource> resource(String shape) {
        Optional<Resource> known = found.get(shape);
        if (known == null) {
            known = find(shape);
            found.put(shape, known);
        }
        return known;
    }

    private Optional<Resource> find(String shape) {
        String collection = PathShape.above(shape);
        String last = PathShape.last(collection);
        boolean isItem = PathShape.last(shape).equals(PathShape.VARIABLE);
        if (!isItem || last.isEmpty() || last.contains(PathShape.VARIABLE) || !paths.containsKey(shape)) {
            return Optional.empty();
        }
        Operation first = paths.get(shape).values().iterator().next();
        String path = PathShape.above(PathShape.withoutEnd(first.path()));
        String variable = PathShape.variable(PathShape.last(PathShape.withoutEnd(first.path())))
                .orElseThrow();
        Optional<SchemaNode> item = item(shape, collection, variable, last);
        Optional<Operation> list = operation(collection, "GET")
                .filter(get ->
                        body(get).flatMap(schema -> Place.ofList(schema, item)).isPresent());
        Optional<Operation> read = operation(shape, "GET");
        if (item.isEmpty() || list.isEmpty() && read.isEmpty()) {
            return Optional.empty();
        }
        Optional<Resource> parent = parent(collection);
        Resource empty =
                new Resource(path, variable, IdProperty.of(item.get(), variable, last), item.get(), List.of(), parent);
        List<Seed> seeds = new Seeds(empty, samples).of(list, read);
        return Optional.of(new Resource(path, variable, empty.id(), item.get(), seeds, parent));
    }

    /** The nearest path above that is that of an item. */
    private Optional<Resource> parent(String collection) {
        for (String above = PathShape.above(collection); !above.isEmpty(); above = PathShape.above(above)) {
            Optional<Resource> parent = resource(above);
            if (parent.isPresent()) {
                return parent;
            }
        }
        return Optional.empty();
    }

    private Optional<SchemaNode> item(String shape, String collection, String variable, String name) {
        Optional<SchemaNode> answered = Stream.of(
                        operation(shape, "GET"),
                        operation(collection, "POST"),
                        operation(shape, "PUT"),
                        operation(shape, "PATCH"))
                .flatMap(Optional::stream)
                .flatMap(operation -> body(operation).stream())
                .map(body -> Place.ofItem(body, variable, name).item())
                .filter(SchemaParts::isObject)
                .findFirst();
        return answered.or(() -> operation(collection, "GET")
                        .flatMap(Resources::body)
                        .flatMap(body -> Place.ofList(body, Optional.empty()))
                        .map(Place::item))
                .or(() -> operation(collection, "POST")
                        .flatMap(SchemaParts::requestBody)
                        .flatMap(MediaTypeSpec::schema)
                        .filter(SchemaParts::isObject));
    }

    private static Optional<SchemaNode> body(Operation operation) {
        return SchemaParts.successBody(operation).flatMap(MediaTypeSpec::schema);
    }

    private Optional<Operation> operation(String shape, String method) {
        return Optional.ofNullable(paths.getOrDefault(shape, Map.of()).get(method));
    }

    private void add(String shape, Resource resource, Map<String, Role> roles) {
        String collection = PathShape.above(shape);
        Map<String, Action> ofItem =
                Map.of("GET", Action.READ, "PUT", Action.REPLACE, "PATCH", Action.MERGE, "DELETE", Action.REMOVE);
        ofItem.forEach((method, action) -> operation(shape, method)
                .ifPresent(operation -> roles.put(operation.pointer(), new Role(resource, action))));
        operation(collection, "GET")
                .filter(get -> body(get)
                        .flatMap(schema -> Place.ofList(schema, Optional.of(resource.item())))
                        .isPresent())
                .ifPresent(operation -> roles.put(operation.pointer(), new Role(resource, Action.LIST)));
        operation(collection, "POST")
                .ifPresent(operation -> roles.put(operation.pointer(), new Role(resource, Action.CREATE)));
        operation(collection, "DELETE")
                .ifPresent(operation -> roles.put(operation.pointer(), new Role(resource, Action.CLEAR)));
    }
}
