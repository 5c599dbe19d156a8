package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.json.JsonTree;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.Schemas;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Makes one value and, through its parts, those inside it. */
final class ValueSamples {
    private static final int TRIES = 8;

    /** A value, and whether it may be assumed to fit: all that is required could be made. */
    record Result(JsonNode value, boolean fits) {}

    private final Schemas schemas;
    private final Direction direction;
    private final Choices choices;
    private final Effort effort;
    private final boolean careful;
    private final ConstraintReader reader;
    private final ObjectSamples objects;
    private final ArraySamples arrays;
    private final Fitting fitting;
    private final OfferedValues offered;

    /** @param careful whether each part is checked, and made again when it does not fit */
    ValueSamples(Schemas schemas, Direction direction, Choices choices, Effort effort, boolean careful) {
        this.schemas = schemas;
        this.direction = direction;
        this.choices = choices;
        this.effort = effort;
        this.careful = careful;
        this.reader = new ConstraintReader(schemas, direction, choices);
        this.objects = new ObjectSamples(this, choices, effort);
        this.arrays = new ArraySamples(this, choices, effort);
        this.fitting = new Fitting(this, objects, arrays, effort);
        this.offered = new OfferedValues(this, fitting, choices);
    }

    Constraints read(List<SchemaNode> roots, Trail trail) {
        return reader.read(roots, trail, MissingNode.getInstance());
    }

    /** The constraints of a value that is there already. */
    Constraints read(List<SchemaNode> roots, Trail trail, JsonNode given) {
        return reader.read(roots, trail, given);
    }

    /** What is nearest to a value that an author gives; whether it fits has been found out. */
    Result nearest(SchemaNode root, JsonNode given) {
        return fitting.nearest(List.of(root), given, Set.of(), "", Trail.ROOT);
    }

    Result sample(List<SchemaNode> roots, String name, Trail trail) {
        return sample(roots, read(roots, trail), name, trail);
    }

    /** Makes a value from what has been read already, and from what is read anew when that does not fit. */
    Result sample(List<SchemaNode> roots, Constraints constraints, String name, Trail trail) {
        Result result = value(roots, constraints, name, trail);
        if (!careful || (result.fits && fits(roots, result.value))) {
            return result;
        }
        boolean before = choices.vary(true);
        try {
            // Inside a repetition a shorter way is found from its start, if there is one.
            int tries = trail.repeats() > 0 ? 2 : TRIES;
            for (int attempt = 1; attempt < tries && effort.mayRetry(); attempt++) {
                Constraints again = read(roots, trail);
                result = value(roots, again, name, trail);
                if (result.fits && fits(roots, result.value)) {
                    return result;
                }
            }
            return new Result(result.value, false);
        } finally {
            choices.vary(before);
        }
    }

    /**
     * Where alternatives of a {@code oneOf} overlap, a value of one is often also one of another. Then a property that
     * only the other describes is added with a value that the other refuses.
     */
    Result estranged(Constraints constraints, Result made) {
        for (Constraints.Rival rival : constraints.rivals) {
            ObjectNode object = (ObjectNode) made.value;
            List<SchemaNode> other = List.of(rival.schema());
            Iterator<String> names = rival.names().iterator();
            while (names.hasNext() && fits(other, object)) {
                String name = names.next();
                if (!constraints.object.names.contains(name) && !object.has(name)) {
                    addRefused(other, object, name);
                }
            }
        }
        return made;
    }

    private void addRefused(List<SchemaNode> other, ObjectNode object, String name) {
        for (JsonNode candidate : Changes.STRANGE) {
            object.set(name, candidate);
            if (!fits(other, object)) {
                return;
            }
        }
        object.remove(name);
    }

    boolean fits(List<SchemaNode> roots, JsonNode value) {
        for (SchemaNode root : roots) {
            if (!schemas.compile(root, direction).accepts(value)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a property travels in this direction at all. */
    boolean travels(Constraints property) {
        return !(direction == Direction.REQUEST && property.isReadOnly)
                && !(direction == Direction.RESPONSE && property.isWriteOnly);
    }

    private Result value(List<SchemaNode> roots, Constraints constraints, String name, Trail trail) {
        effort.count();
        boolean enumerated = constraints.isEnumerated && !constraints.options.isEmpty();
        // With variety, a caller gets it among the values of an enum, too.
        if (!(enumerated && choices.isVaried()) && choices.takesOffers()) {
            Optional<Result> offer = offered.find(roots, constraints, name, trail);
            if (offer.isPresent()) {
                return offer.get();
            }
        }
        if (enumerated) {
            return new Result(pick(roots, constraints.options).deepCopy(), true);
        }
        if (trail.leadsBackTo(constraints) && fits(roots, JsonNodeFactory.instance.nullNode())) {
            return new Result(JsonNodeFactory.instance.nullNode(), true);
        }
        if (constraints.isImpossible || trail.isEndless() || effort.isSpent(trail.depth())) {
            return new Result(JsonNodeFactory.instance.nullNode(), false);
        }
        String type = type(constraints);
        return switch (type) {
            case "object" -> estranged(constraints, objects.sample(constraints, trail));
            case "array" -> arrays.sample(constraints, name, trail);
            case "string" ->
                constraints.string.content.isPresent()
                        ? content(constraints.string.content.get(), name, trail.into(constraints))
                        : new Result(scalar(type, constraints, name), true);
            default -> new Result(scalar(type, constraints, name), true);
        };
    }

    private Result content(SchemaNode schema, String name, Trail trail) {
        Result inside = sample(List.of(schema), name, trail);
        return new Result(StringNode.valueOf(JsonTree.text(inside.value)), inside.fits);
    }

    private JsonNode scalar(String type, Constraints constraints, String name) {
        return switch (type) {
            case "string" -> StringSamples.sample(constraints.string, name, choices);
            case "integer" -> NumberSamples.sample(constraints.number, true, name, choices);
            case "number" -> NumberSamples.sample(constraints.number, false, name, choices);
            case "boolean" -> JsonNodeFactory.instance.booleanNode(choices.pick(2) == 0);
            default -> JsonNodeFactory.instance.nullNode();
        };
    }

    private JsonNode pick(List<SchemaNode> roots, List<JsonNode> options) {
        int first = choices.pick(options.size());
        for (int offset = 0; offset < options.size(); offset++) {
            JsonNode option = options.get((first + offset) % options.size());
            if (fits(roots, option)) {
                return option;
            }
        }
        return options.get(first);
    }

    /** The type to make; where none is named, the one that the other keywords are about. */
    private String type(Constraints constraints) {
        List<String> types = List.copyOf(constraints.types);
        if (constraints.isTyped && !types.isEmpty()) {
            boolean nullLast =
                    types.size() > 1 && !choices.isVaried() && types.get(0).equals("null");
            return types.get(nullLast ? 1 : choices.pick(types.size()));
        }
        if (choices.isVaried() && careful && choices.pick(4) == 0 && !types.isEmpty()) {
            return types.get(choices.pick(types.size()));
        }
        if (constraints.object.isMentioned) {
            return "object";
        }
        if (constraints.array.isMentioned) {
            return "array";
        }
        if (constraints.number.isMentioned) {
            return "number";
        }
        return "string";
    }
}
