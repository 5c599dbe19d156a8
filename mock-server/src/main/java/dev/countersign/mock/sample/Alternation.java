package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.Schemas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Chooses among the alternatives of {@code oneOf} and {@code anyOf}. */
final class Alternation {
    private static final int SIMPLE_DEPTH = 4;

    private final Schemas schemas;
    private final Direction direction;
    private final Choices choices;

    Alternation(Schemas schemas, Direction direction, Choices choices) {
        this.schemas = schemas;
        this.direction = direction;
        this.choices = choices;
    }

    /**
     * The first or any alternative; where there is a danger of going on for ever, one that does not, if need be null.
     */
    SchemaNode choose(List<SchemaNode> alternatives, Trail trail) {
        if (alternatives.size() == 1) {
            return alternatives.get(0);
        }
        List<SchemaNode> simple = new ArrayList<>();
        List<SchemaNode> finite = new ArrayList<>();
        List<SchemaNode> empty = new ArrayList<>();
        for (SchemaNode alternative : alternatives) {
            Constraints constraints = shallow(alternative);
            if (constraints.isImpossible || trail.leadsBackTo(constraints)) {
                continue;
            }
            if (constraints.types.equals(Set.of("null"))) {
                empty.add(alternative);
                continue;
            }
            finite.add(alternative);
            if (constraints.isScalar() || trail.depth() < SIMPLE_DEPTH) {
                simple.add(alternative);
            }
        }
        List<SchemaNode> left = alternatives;
        for (List<SchemaNode> better : List.of(empty, finite, simple)) {
            left = better.isEmpty() ? left : better;
        }
        // Once in a while any of them, in case that the good ones do not fit.
        if (choices.isVaried() && choices.pick(4) == 0) {
            left = alternatives;
        }
        return left.get(choices.pick(left.size()));
    }

    /** The alternative that a value means: the one it names, or else the one that finds least fault with it. */
    SchemaNode nearest(SchemaNode schema, List<SchemaNode> alternatives, JsonNode given) {
        SchemaNode nearest = alternatives.get(0);
        long least = Long.MAX_VALUE;
        for (SchemaNode alternative : alternatives) {
            if (Discriminators.isNamed(schema, alternative, given)) {
                return alternative;
            }
            long faults =
                    schemas.compile(alternative, direction).validate(given).size();
            // Of two that are as near the one that knows more of the properties is meant.
            Set<String> unknown = new HashSet<>(given.propertyNames());
            unknown.removeAll(shallow(alternative).object.names);
            long distance = faults * 1_000 + unknown.size();
            if (distance < least) {
                nearest = alternative;
                least = distance;
            }
        }
        return nearest;
    }

    /** Notes the alternatives of a {@code oneOf} that were not chosen. */
    void addRivals(List<SchemaNode> alternatives, SchemaNode chosen, Constraints constraints) {
        for (SchemaNode alternative : alternatives) {
            if (!alternative.pointer().equals(chosen.pointer())) {
                constraints.rivals.add(new Constraints.Rival(alternative, shallow(alternative).object.names));
            }
        }
    }

    /** Whether an alternative applies to the value already, because it includes the schema that lists it. */
    boolean isMet(SchemaNode alternative, Constraints constraints) {
        return alternative
                .referred()
                .filter(target -> constraints.pointers.contains(target.pointer()))
                .isPresent();
    }

    /** What is known of an alternative without choosing further. */
    private Constraints shallow(SchemaNode alternative) {
        Constraints constraints = new Constraints();
        addShallow(alternative, constraints);
        return constraints;
    }

    private void addShallow(SchemaNode schema, Constraints constraints) {
        if (schema.node().isBoolean()) {
            constraints.isImpossible |= !schema.node().booleanValue();
        }
        if (!schema.node().isObject() || !constraints.pointers.add(schema.pointer())) {
            return;
        }
        schema.references().forEach(target -> addShallow(target, constraints));
        if (schema.isReference()) {
            return;
        }
        constraints.add(schema);
        for (SchemaNode part : schema.child("allOf").elements()) {
            addShallow(part, constraints);
        }
    }
}
