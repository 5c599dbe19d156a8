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
            Demand demand = shallow(alternative);
            if (demand.isImpossible || trail.leadsBackTo(demand)) {
                continue;
            }
            if (demand.types.equals(Set.of("null"))) {
                empty.add(alternative);
                continue;
            }
            finite.add(alternative);
            if (demand.isScalar() || trail.depth() < SIMPLE_DEPTH) {
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
    void addRivals(List<SchemaNode> alternatives, SchemaNode chosen, Demand demand) {
        for (SchemaNode alternative : alternatives) {
            if (!alternative.pointer().equals(chosen.pointer())) {
                demand.rivals.add(new Demand.Rival(alternative, shallow(alternative).object.names));
            }
        }
    }

    /** Whether an alternative applies to the value already, because it includes the schema that lists it. */
    boolean isMet(SchemaNode alternative, Demand demand) {
        return alternative
                .referred()
                .filter(target -> demand.pointers.contains(target.pointer()))
                .isPresent();
    }

    /** What can be told of an alternative without choosing further. */
    private Demand shallow(SchemaNode alternative) {
        Demand demand = new Demand();
        addShallow(alternative, demand);
        return demand;
    }

    private void addShallow(SchemaNode schema, Demand demand) {
        if (schema.node().isBoolean()) {
            demand.isImpossible |= !schema.node().booleanValue();
        }
        if (!schema.node().isObject() || !demand.pointers.add(schema.pointer())) {
            return;
        }
        schema.referred().ifPresent(target -> addShallow(target, demand));
        demand.add(schema);
        for (SchemaNode part : schema.child("allOf").elements()) {
            addShallow(part, demand);
        }
    }
}
