package dev.countersign.mock.state.resource;

import dev.countersign.mock.sample.SampleGenerator;
import dev.countersign.mock.state.Collection;
import dev.countersign.mock.state.SessionState;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.CompiledSchema;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes the keys of new items as their schema wants them. Thread-safe. */
record Ids(Schemas schemas, SampleGenerator samples, Supplier<UUID> uuids) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int ATTEMPTS = 20;

    /** A key that is not taken: the next number, a UUID, or any other that fits. */
    JsonNode next(Resource resource, String name, Collection items, SessionState session) {
        Set<String> taken = items.keys();
        taken.stream()
                .filter(key -> key.matches("\\d{1,15}"))
                .mapToLong(Long::parseLong)
                .max()
                .ifPresent(most -> session.atLeast(name, most));
        long number = session.next(name);
        Optional<SchemaNode> schema =
                resource.id().map(id -> resource.item().properties().get(id));
        if (schema.isEmpty()) {
            return NODES.stringNode(Long.toString(number));
        }
        CompiledSchema rules = schemas.compile(schema.get(), Direction.RESPONSE);
        return candidates(schema.get(), number, taken).stream()
                .filter(rules::accepts)
                .findFirst()
                .orElseGet(() -> sample(schema.get(), number, taken));
    }

    private List<JsonNode> candidates(SchemaNode schema, long number, Set<String> taken) {
        JsonNode count = NODES.numberNode(number);
        JsonNode text = NODES.stringNode(Long.toString(number));
        JsonNode uuid = NODES.stringNode(uuids.get().toString());
        boolean isCounted = !taken.isEmpty() && taken.stream().allMatch(key -> key.matches("\\d+"));
        List<JsonNode> candidates = new ArrayList<>();
        if (schema.types().contains("integer") || schema.types().contains("number")) {
            candidates.add(count);
        }
        candidates.addAll(isCounted ? List.of(text, uuid) : List.of(uuid, text));
        candidates.add(count);
        return candidates;
    }

    private JsonNode sample(SchemaNode schema, long number, Set<String> taken) {
        JsonNode sample = samples.sample(schema, Direction.RESPONSE, number);
        for (int i = 1; i < ATTEMPTS && taken.contains(sample.asString("")); i++) {
            sample = samples.sample(schema, Direction.RESPONSE, number * ATTEMPTS + i);
        }
        return sample;
    }

    /** A key from a path as its schema has it. */
    JsonNode ofText(Resource resource, String key) {
        boolean isNumber = resource.idSchema()
                .filter(schema ->
                        schema.types().contains("integer") || schema.types().contains("number"))
                .isPresent();
        return isNumber && key.matches("-?\\d{1,18}") ? NODES.numberNode(Long.parseLong(key)) : NODES.stringNode(key);
    }
}
