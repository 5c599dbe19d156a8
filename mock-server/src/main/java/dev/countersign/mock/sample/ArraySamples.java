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
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        Trail inside = trail.into(demand);
        int size = size(demand.array, inside);
        boolean fits = true;
        int contained = 0;
        for (ArrayDemand.Contained part : demand.array.contained) {
            contained += part.least();
        }
        // Items that must be contained stand last, where no tuple says what an item is.
        int plain = Math.max(Math.min(demand.array.longestPrefix(), size), size - contained);
        for (int index = 0; index < plain; index++) {
            if (!add(array, demand.array, demand.array.item(index), name, inside)) {
                fits &= index >= demand.array.least;
                break;
            }
        }
        for (ArrayDemand.Contained part : demand.array.contained) {
            for (int count = 0; count < part.least() && array.size() < demand.array.most; count++) {
                List<SchemaNode> schemas = new ArrayList<>(demand.array.item(array.size()));
                schemas.add(part.item());
                fits &= add(array, demand.array, schemas, name, inside);
            }
        }
        return new ValueSamples.Result(array, fits);
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
        String one = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        ValueSamples.Result result = values.sample(schemas, one, inside);
        if (demand.isUnique) {
            boolean before = choices.vary(true);
            for (int tries = 0; tries < UNIQUE_TRIES && contains(array, result.value()); tries++) {
                result = values.sample(schemas, one, inside);
            }
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

    private static boolean contains(ArrayNode array, JsonNode value) {
        for (JsonNode item : array) {
            if (item.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
