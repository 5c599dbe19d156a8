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
        generator = SampleGenerator.of(schemas);
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

    /** A number that double precision has no value for, where that is what the schema says. */
    private static boolean isBeyondItsFormat(SchemaNode schema, JsonNode value) {
        return value.isNumber()
                && Double.isInfinite(value.decimalValue().doubleValue())
                && schema.applied().stream()
                        .anyMatch(
                                each -> each.node().path("format").asString("").matches("double|float"));
    }

    private Optional<String> fault(SchemaNode schema, Direction direction, JsonNode value) {
        List<SchemaViolation> violations = schemas.compile(schema, direction).validate(value);
        if (isBeyondItsFormat(schema, value)) {
            return Optional.of("the value " + value + " is no double");
        }
        return violations.stream()
                .findFirst()
                .map(first -> (first.instancePointer().isEmpty() ? "the value " : first.instancePointer() + " ")
                        + first.message());
    }
}
