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

    ValueSamples.Result sample(Demand demand, String name, Trail trail) {
        Trail inside = trail.into(demand);
        return made(JsonNodeFactory.instance.arrayNode(), size(demand.array, inside), demand, name, inside);
    }

    /** An array that is there already, with what it lacks. */
    ValueSamples.Result completed(ArrayNode array, Demand demand, String name, Trail inside) {
        return made(array, Math.max(array.size(), Math.min(MOST, demand.array.least)), demand, name, inside);
    }

    private ValueSamples.Result made(ArrayNode array, int size, Demand demand, String name, Trail inside) {
        boolean fits = true;
        List<SchemaNode> missing = missing(array, demand.array);
        // Items that must be contained stand last, where no tuple says what an item is.
        int plain = Math.max(Math.min(demand.array.longestPrefix(), size), size - missing.size());
        for (int index = array.size(); index < plain; index++) {
            if (!add(array, demand.array, demand.array.item(index), name, inside)) {
                fits &= index >= demand.array.least;
                break;
            }
        }
        for (SchemaNode part : missing) {
            if (array.size() < demand.array.most) {
                List<SchemaNode> schemas = new ArrayList<>(demand.array.item(array.size()));
                schemas.add(part);
                fits &= add(array, demand.array, schemas, name, inside);
            }
        }
        return new ValueSamples.Result(array, fits);
    }

    /** The schemas of items that must be contained and are not, each as often as it is missing. */
    private List<SchemaNode> missing(ArrayNode array, ArrayDemand demand) {
        List<SchemaNode> missing = new ArrayList<>();
        for (ArrayDemand.Contained part : demand.contained) {
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

    private int size(ArrayDemand demand, Trail inside) {
        int usual = Math.max(demand.longestPrefix(), (int) choices.between(1, USUAL));
        if (choices.isVaried() && choices.pick(6) == 0) {
            usual = 0;
        }
        Demand item = values.read(demand.item(demand.longestPrefix()), inside);
        if (inside.leadsBackTo(item) || item.isImpossible) {
            usual = Math.min(usual, demand.longestPrefix());
        } else if (!item.isScalar() && !effort.isRich(inside.depth())) {
            usual = 0;
        }
        return Math.min(Math.min(MOST, demand.most), Math.max(demand.least, usual));
    }

    private boolean add(ArrayNode array, ArrayDemand demand, List<SchemaNode> schemas, String name, Trail inside) {
        String one = singular(name);
        ValueSamples.Result result = values.sample(schemas, one, inside);
        if (demand.isUnique) {
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
        if (!result.fits() && array.size() >= demand.least) {
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
