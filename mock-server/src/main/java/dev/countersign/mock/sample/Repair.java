package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.CompiledSchema;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.SchemaViolation;
import dev.countersign.openapi.schema.Schemas;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The last resort for a value that does not fit: changes it step by step, as long as each step leaves less to find fault
 * with. That finds what sets the alternatives of a {@code oneOf} apart far inside, and what a {@code not} lets through.
 */
final class Repair {
    /** What may be spent on changes in all: each costs as much as it holds values, and something for itself. */
    private static final long MOST_EFFORT = 600_000;

    private static final long CHANGE = 60;

    /** For these it pays to search; most of the others contradict each other for good. */
    private static final Set<String> PROMISING = Set.of("oneOf", "not");

    private static final int HOPELESS = 8;

    private final Schemas schemas;
    private final SchemaNode schema;
    private final Direction direction;
    private final CompiledSchema rules;
    private long effort = MOST_EFFORT;

    Repair(Schemas schemas, Direction direction, SchemaNode schema) {
        this.schemas = schemas;
        this.schema = schema;
        this.direction = direction;
        this.rules = schemas.compile(schema, direction);
    }

    /**
     * What is wrong with a value.
     *
     * @param distance how far the number of matches is from one, for each {@code oneOf} that is broken
     */
    private record Faults(List<SchemaViolation> violations, int distance) {
        boolean areFewerThan(Faults others) {
            return violations.size() < others.violations.size()
                    || (violations.size() == others.violations.size() && distance < others.distance);
        }
    }

    /** A value that fits; absent when none was found. Each call uses a part of the effort that is left. */
    Optional<JsonNode> of(JsonNode value) {
        Faults faults = faults(value);
        boolean promising = faults.violations.stream().anyMatch(it -> PROMISING.contains(it.keyword()));
        long least = effort - effort / (promising ? 2 : 2 * HOPELESS);
        Optional<JsonNode> better = Optional.of(value);
        while (better.isPresent() && !faults.violations.isEmpty()) {
            better = better(better.get(), faults, least);
            faults = better.map(this::faults).orElse(faults);
        }
        return better;
    }

    private Optional<JsonNode> better(JsonNode value, Faults faults, long least) {
        long cost = CHANGE + Changes.size(value);
        for (SchemaViolation violation : faults.violations) {
            RepairCandidates candidates = RepairCandidates.of(schema.at(parent(violation.schemaPointer())));
            Optional<JsonNode> better = Changes.of(value, violation.instancePointer(), candidates)
                    .takeWhile(changed -> (effort -= cost) > least)
                    .filter(changed -> rules.accepts(changed) || faults(changed).areFewerThan(faults))
                    .findFirst();
            if (better.isPresent()) {
                return better;
            }
        }
        return Optional.empty();
    }

    private Faults faults(JsonNode value) {
        List<SchemaViolation> violations = rules.validate(value);
        int distance = 0;
        for (SchemaViolation violation : violations) {
            if (violation.keyword().equals("oneOf")) {
                List<SchemaNode> alternatives =
                        schema.at(violation.schemaPointer()).elements();
                JsonNode part = value.at(violation.instancePointer());
                int matches = (int) alternatives.stream()
                        .filter(it -> schemas.compile(it, direction).accepts(part))
                        .count();
                distance += matches == 0 ? alternatives.size() : matches - 1;
            }
        }
        return new Faults(violations, distance);
    }

    private static String parent(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }
}
