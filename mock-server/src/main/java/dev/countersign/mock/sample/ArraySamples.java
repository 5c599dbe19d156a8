package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes arrays. */
final class ArraySamples {
    private static final int MOST = 1_000;
    private static final int USUAL = 3;
    private static final int UNIQUE_TRIES = 30;

    private final ValueSamples values;
    private final Choices choices;
    private final Effort effort;

    ArraySamples(ValueSamples values, Choices choices, Effort effort) {
        this.values = values;
        this.choices = choices;
        this.effort = effort;
    }

    ValueSamples.Result sample(Constraints constraints, String name, Trail trail) {
        Trail inside = trail.into(constraints);
        return made(JsonNodeFactory.instance.arrayNode(), size(constraints.array, inside), constraints, name, inside);
    }

    /** An array that is there already, with what it lacks. */
    ValueSamples.Result completed(ArrayNode array, Constraints constraints, String name, Trail inside) {
        return made(array, Math.max(array.size(), Math.min(MOST, constraints.array.least)), constraints, name, inside);
    }

    private ValueSamples.Result made(ArrayNode array, int size, Constraints constraints, String name, Trail inside) {
        boolean fits = true;
        List<SchemaNode> missing = missing(array, constraints.array);
        // Items that must be contained stand last, where no tuple says what an item is.
        int plain = Math.max(Math.min(constraints.array.longestPrefix(), size), size - missing.size());
        for (int index = array.size(); index < plain; index++) {
            if (!add(array, constraints.array, constraints.array.item(index), name, inside)) {
                fits &= index >= constraints.array.least;
                break;
            }
        }
        for (SchemaNode part : missing) {
            if (array.size() < constraints.array.most) {
                List<SchemaNode> schemas = new ArrayList<>(constraints.array.item(array.size()));
                schemas.add(part);
                fits &= add(array, constraints.array, schemas, name, inside);
            }
        }
        return new ValueSamples.Result(array, fits);
    }

    /** The schemas of items that must be contained and are not, each as often as it is missing. */
    private List<SchemaNode> missing(ArrayNode array, ArrayConstraints constraints) {
        List<SchemaNode> missing = new ArrayList<>();
        for (ArrayConstraints.Contained part : constraints.contained) {
            List<SchemaNode> schema = List.of(part.item());
            long there = array.valueStream()
                    .filter(item -> values.fits(schema, item))
                    .count();
            for (long count = there; count < Math.min(MOST, part.least()); count++) {
                missing.add(part.item());
            }
        }
        return missing;
    }

    private int size(ArrayConstraints constraints, Trail inside) {
        int usual = Math.max(constraints.longestPrefix(), (int) choices.between(1, USUAL));
        if (choices.isVaried() && choices.pick(6) == 0) {
            usual = 0;
        }
        Constraints item = values.read(constraints.item(constraints.longestPrefix()), inside);
        if (inside.leadsBackTo(item) || item.isImpossible) {
            usual = Math.min(usual, constraints.longestPrefix());
        } else if (!item.isScalar() && !effort.isRich(inside.depth())) {
            usual = 0;
        }
        return Math.min(Math.min(MOST, constraints.most), Math.max(constraints.least, usual));
    }

    private boolean add(
            ArrayNode array, ArrayConstraints constraints, List<SchemaNode> schemas, String name, Trail inside) {
        String one = singular(name);
        ValueSamples.Result result = values.sample(schemas, one, inside);
        if (constraints.isUnique) {
            boolean before = choices.vary(true);
            boolean offered = choices.invent(true);
            for (int tries = 0; tries < UNIQUE_TRIES && contains(array, result.value()); tries++) {
                result = values.sample(schemas, one, inside);
            }
            choices.invent(offered);
            choices.vary(before);
            if (contains(array, result.value())) {
                return false;
            }
        }
        if (!result.fits() && array.size() >= constraints.least) {
            return false;
        }
        array.add(result.value());
        return result.fits();
    }

    static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    static boolean contains(ArrayNode array, JsonNode value) {
        for (JsonNode item : array) {
            if (item.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
