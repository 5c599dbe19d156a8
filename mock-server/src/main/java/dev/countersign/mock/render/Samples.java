package dev.countersign.mock.render;

import dev.countersign.openapi.contract.SchemaNode;
import tools.jackson.databind.JsonNode;

/** Makes values that fit a schema. Thread-safe. */
public interface Samples {
    /** A value as it would travel; the same for the same seed. */
    JsonNode sample(SchemaNode schema, long seed);

    /** An example with what does not fit repaired; the same node when nothing is to be repaired. */
    JsonNode fit(SchemaNode schema, JsonNode example);
}
