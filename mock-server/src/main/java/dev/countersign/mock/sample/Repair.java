package dev.countersign.mock.sample;

import dev.countersign.openapi.SchemaNode;
import dev.countersign.openapi.schema.CompiledSchema;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.SchemaViolation;
import dev.countersign.openapi.schema.Schemas;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The last resort for a value that does not fit: changes it step by step, as long as each step leaves less to find fault
 * with. That finds what sets the alternatives of a {@code oneOf} apart far inside, and what a {@code not} lets through.
 */
final class Repair {
    private static final int MOST_CHANGES = 4_000;

    /** Nodes that may be copied and checked in all, which bounds the time that a huge value takes. */
    private static final long MOST_NODES = 400_000;

    private final Schemas schemas;
    private final ObjectNode document;
    private final Direction direction;
    private final CompiledSchema rules;
    private long changes = MOST_CHANGES;

    Repair(Schemas schemas, ObjectNode document, Direction direction, SchemaNode schema) {
        this.schemas = schemas;
        this.document = document;
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

    /** A value that fits; absent when none was found. */
    Optional<JsonNode> of(JsonNode value) {
        changes = Math.min(MOST_CHANGES, MOST_NODES / Changes.size(value));
        Faults faults = faults(value);
        Optional<JsonNode> better = Optional.of(value);
        while (better.isPresent() && !faults.violations.isEmpty()) {
            better = better(better.get(), faults);
            faults = better.map(this::faults).orElse(faults);
        }
        return better;
    }

    private Optional<JsonNode> better(JsonNode value, Faults faults) {
        for (SchemaViolation violation : faults.violations) {
            Vocabulary vocabulary = Vocabulary.of(schemas, schemaAt(parent(violation.schemaPointer())));
            Optional<JsonNode> better = Changes.of(value, violation.instancePointer(), vocabulary)
                    .takeWhile(changed -> changes-- > 0)
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
                List<SchemaNode> alternatives = Nodes.elements(schemaAt(violation.schemaPointer()));
                JsonNode part = value.at(violation.instancePointer());
                int matches = (int) alternatives.stream()
                        .filter(it -> schemas.compile(it, direction).accepts(part))
                        .count();
                distance += matches == 0 ? alternatives.size() : matches - 1;
            }
        }
        return new Faults(violations, distance);
    }

    private SchemaNode schemaAt(String pointer) {
        return new SchemaNode(pointer, document.at(pointer));
    }

    private static String parent(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }
}
