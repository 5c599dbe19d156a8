package dev.countersign.mock;

import dev.countersign.mock.render.Samples;
import dev.countersign.mock.sample.SampleGenerator;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Direction;
import tools.jackson.databind.JsonNode;

/** Values that travel one way. */
record ContractSamples(SampleGenerator generator, Direction direction) implements Samples {
    @Override
    public JsonNode sample(SchemaNode schema, long seed) {
        return generator.sample(schema, direction, seed);
    }

    @Override
    public JsonNode fit(SchemaNode schema, JsonNode example) {
        return generator.fit(schema, direction, example);
    }
}
