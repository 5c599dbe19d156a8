package dev.countersign.verify.release;

import dev.countersign.openapi.schema.Direction;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of an object that travel in one direction.
 *
 * @param names those with a schema and those that are only required
 */
record Fields(JsonNode properties, Set<String> names, Set<String> requiredNames) {
    static Fields of(EffectiveSchema schemas, ObjectNode schema, Direction direction) {
        String foreign = direction == Direction.REQUEST ? "readOnly" : "writeOnly";
        JsonNode properties = schema.path("properties");
        Set<String> required = new LinkedHashSet<>();
        schema.path("required").forEach(name -> required.add(name.asString("")));
        Set<String> names = new LinkedHashSet<>(properties.propertyNames());
        names.addAll(required);
        names.removeIf(name -> schemas.of(properties.path(name)).path(foreign).asBoolean(false));
        return new Fields(properties, names, required);
    }

    boolean required(String name) {
        return requiredNames.contains(name);
    }

    JsonNode schema(String name) {
        return properties.path(name);
    }
}
