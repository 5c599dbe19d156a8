package dev.countersign.mock.render;

import dev.countersign.openapi.contract.SchemaNode;
import tools.jackson.databind.JsonNode;

/** Makes values that fit a schema. Thread-safe. */
@FunctionalInterface
public interface Samples {
    /** A value as a response would carry it; the same for the same seed. */
    JsonNode sample(SchemaNode schema, long seed);
}
