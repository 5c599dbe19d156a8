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
        Optional<String> id = IdProperty.of(item.get(), variable, last);
        Resource unseeded = new Resource(path, variable, id, item.get(), new SeedList(List::of), parent);
        SeedList seeds = new SeedList(() -> new Seeds(unseeded, samples).of(list, read));
        return Optional.of(new Resource(path, variable, id, item.get(), seeds, parent));
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
        Map<String, Action> ofCollection = Map.of("POST", Action.CREATE, "DELETE", Action.CLEAR);
        ofCollection.forEach((method, action) -> operation(collection, method)
                .ifPresent(operation -> roles.put(operation.pointer(), new Role(resource, action))));
        operation(collection, "GET")
                .filter(get -> isList(get, resource))
                .ifPresent(get -> roles.put(get.pointer(), new Role(resource, Action.LIST)));
        Map.of("PUT", Action.REPLACE, "PATCH", Action.MERGE)
                .forEach((method, action) -> operation(collection, method)
                        .filter(operation -> namesItem(operation, resource))
                        .ifPresent(operation -> roles.put(operation.pointer(), new Role(resource, action))));
        paths.forEach((path, operations) -> {
            if (PathShape.above(path).equals(collection) && !path.equals(shape)) {
                operation(path, "GET")
                        .filter(get -> isList(get, resource) && ListQuery.selects(get, resource.item()))
                        .ifPresent(get -> roles.putIfAbsent(get.pointer(), new Role(resource, Action.LIST)));
            }
        });
    }

    private static boolean isList(Operation operation, Resource resource) {
        return body(operation)
                .flatMap(schema -> Place.ofList(schema, Optional.of(resource.item())))
                .isPresent();
    }

    /** Whether an item is sent that says itself which one it is: {@code PUT /things} with its id in the body. */
    private static boolean namesItem(Operation operation, Resource resource) {
        return resource.id()
                .flatMap(id -> SchemaParts.requestBody(operation)
                        .flatMap(MediaTypeSpec::schema)
                        .filter(schema -> schema.properties().containsKey(id)))
                .isPresent();
    }
}
