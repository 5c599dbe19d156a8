package dev.countersign.verify.cases;

import dev.countersign.mock.sample.SampleGenerator;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.SchemaViolation;
import dev.countersign.openapi.schema.Schemas;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Answers from the contract's own schemas. */
public final class SchemaSamples implements Samples {
    private final Schemas schemas;
    private final SampleGenerator generator;

    /** Samples of one contract. */
    public SchemaSamples(Contract contract) {
        schemas = Schemas.of(contract);
        generator = SampleGenerator.of(contract, schemas);
    }

    @Override
    public JsonNode request(SchemaNode schema) {
        return generator.sample(schema, Direction.REQUEST, SampleGenerator.PLAIN);
    }

    @Override
    public JsonNode response(SchemaNode schema) {
        return generator.sample(schema, Direction.RESPONSE, SampleGenerator.PLAIN);
    }

    @Override
    public Optional<String> requestFault(SchemaNode schema, JsonNode value) {
        return fault(schema, Direction.REQUEST, value);
    }

    @Override
    public Optional<String> responseFault(SchemaNode schema, JsonNode value) {
        return fault(schema, Direction.RESPONSE, value);
    }

    private Optional<String> fault(SchemaNode schema, Direction direction, JsonNode value) {
        List<SchemaViolation> violations = schemas.compile(schema, direction).validate(value);
        return violations.stream()
                .findFirst()
                .map(first -> (first.instancePointer().isEmpty() ? "the value " : first.instancePointer() + " ")
                        + first.message());
    }
}
