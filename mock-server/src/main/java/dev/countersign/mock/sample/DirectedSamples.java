package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Direction;
import tools.jackson.databind.JsonNode;

/**
 * Values that travel in one direction. Thread-safe.
 *
 * @param generator makes them
 * @param direction which way they travel
 */
public record DirectedSamples(SampleGenerator generator, Direction direction) {
    /** A value as it would travel; the same for the same seed. */
    public JsonNode sample(SchemaNode schema, long seed) {
        return generator.sample(schema, direction, seed);
    }

    /** An example with what does not fit repaired; the same node when nothing is to be repaired. */
    public JsonNode fit(SchemaNode schema, JsonNode example) {
        return generator.fit(schema, direction, example);
    }
}
