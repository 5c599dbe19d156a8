package dev.countersign.mock.state.resource;

import dev.countersign.mock.sample.SampleGenerator;
import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the collections of a resource begin with: the examples of its list and of its items, or what the mock would make up for
 * them where there are none. So the first answers are those of a mock without state.
 */
final class Seeds {
    private final Resource resource;
    private final SampleGenerator samples;
    private final Map<String, Seed> seeds = new LinkedHashMap<>();

    Seeds(Resource resource, SampleGenerator samples) {
        this.resource = resource;
        this.samples = samples;
    }

    List<Seed> of(Optional<Operation> list, Optional<Operation> read) {
        list.ifPresent(operation -> addList(operation, examples(operation)));
        read.ifPresent(operation -> addItems(operation, examples(operation)));
        if (seeds.isEmpty()) {
            list.ifPresentOrElse(
                    operation -> addList(operation, sample(operation)),
                    () -> read.ifPresent(operation -> addItems(operation, sample(operation))));
        }
        return List.copyOf(seeds.values());
    }

    private static Map<String, JsonNode> examples(Operation operation) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        SchemaParts.successBody(operation)
                .map(MediaTypeSpec::examples)
                .orElse(List.of())
                .forEach(example -> example.value().ifPresent(value -> values.putIfAbsent(example.name(), value)));
        return values;
    }

    private Map<String, JsonNode> sample(Operation operation) {
        return schema(operation)
                .map(schema -> Map.of("", samples.sample(schema, Direction.RESPONSE, SampleGenerator.PLAIN)))
                .orElse(Map.of());
    }

    private static Optional<SchemaNode> schema(Operation operation) {
        return SchemaParts.successBody(operation).flatMap(MediaTypeSpec::schema);
    }

    private void addList(Operation operation, Map<String, JsonNode> values) {
        Optional<Place> place = schema(operation).flatMap(body -> Place.ofList(body, Optional.of(resource.item())));
        if (place.isPresent()) {
            values.values().forEach(body -> {
                for (JsonNode item : place.get().in(body)) {
                    add(operation, "", item, false);
                }
            });
        }
    }

    private void addItems(Operation operation, Map<String, JsonNode> values) {
        schema(operation).ifPresent(body -> {
            Place place = Place.ofItem(body, resource.variable(), resource.collection());
            values.forEach((name, value) -> add(operation, name, place.in(value), true));
        });
    }

    private void add(Operation operation, String example, JsonNode value, boolean isRead) {
        if (!value.isObject()
                || !(samples.fit(resource.item(), Direction.RESPONSE, value) instanceof ObjectNode fitted)) {
            return;
        }
        ObjectNode item = fitted.deepCopy();
        Optional<JsonNode> asked = isRead ? parameter(operation, resource.variable(), example) : Optional.empty();
        Optional<JsonNode> own = resource.id().map(item::path).filter(id -> id.isValueNode() && !id.isNull());
        JsonNode key = own.or(() -> asked).orElseGet(() -> JsonNodeFactory.instance.numberNode(seeds.size() + 1));
        if (own.isEmpty()) {
            resource.id().ifPresent(name -> item.set(name, key));
        }
        seeds.putIfAbsent(key.asString(""), new Seed(parent(operation, example, item), key.asString(""), item));
    }

    /** The key of the item above: what this item says of it, else what the examples of the path do. */
    private Optional<String> parent(Operation operation, String example, ObjectNode item) {
        return resource.parent().flatMap(above -> {
            List<String> names = new ArrayList<>(item.propertyNames());
            names.removeIf(name -> resource.id().filter(name::equals).isPresent());
            String segment = operation.path()
                    .split("/", -1)[
                    (int) above.path().chars().filter(c -> c == '/').count() + 1];
            String variable = PathShape.variable(segment).orElse("");
            return names.stream()
                    .filter(name -> isAbout(name, variable, above))
                    .map(item::path)
                    .filter(value -> value.isValueNode() && !value.isNull())
                    .findFirst()
                    .or(() -> parameter(operation, variable, example))
                    .map(value -> value.asString(""));
        });
    }

    private static boolean isAbout(String name, String variable, Resource above) {
        String plain = SchemaParts.plain(name);
        String collection = SchemaParts.plain(above.collection());
        boolean isGeneral = SchemaParts.plain(variable).equals("id");
        return !isGeneral && plain.equals(SchemaParts.plain(variable))
                || plain.endsWith("id")
                        && plain.length() > 2
                        && collection.startsWith(plain.substring(0, plain.length() - 2));
    }

    private static Optional<JsonNode> parameter(Operation operation, String variable, String example) {
        List<Example> examples = operation.parameters().stream()
                .filter(parameter ->
                        parameter.in() == Parameter.In.PATH && parameter.name().equals(variable))
                .flatMap(parameter -> parameter.examples().stream())
                .filter(each -> each.value().isPresent())
                .toList();
        return examples.stream()
                .filter(each -> each.name().equals(example))
                .findFirst()
                .or(() -> examples.stream().findFirst())
                .flatMap(Example::value);
    }
}
