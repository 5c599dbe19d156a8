package dev.countersign.openapi.schema;

import dev.countersign.openapi.json.JsonEquality;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code uniqueItems}. */
record UniqueItems(KeywordLocation location) implements Check {
    private static final int COMPARISON = 8;

    /** An item as the key of a hash table. Equal hashes can be had on purpose, so that comparisons are paid for. */
    private record Item(JsonNode node, Run run) {
        @Override
        public boolean equals(Object other) {
            run.spend(COMPARISON + node.size());
            return other instanceof Item item && JsonEquality.equal(node, item.node);
        }

        @Override
        public int hashCode() {
            return JsonEquality.hash(node);
        }
    }

    @Override
    public boolean holds(JsonNode value, Run run) {
        return !value.isArray() || value.size() < 2 || repeated(value, run).isEmpty();
    }

    @Override
    public void explain(JsonNode value, InstancePath at, Findings findings) {
        if (!holds(value, findings.run())) {
            findings.add(at, location, "must not repeat items, but " + repeated(value, findings.run()));
        }
    }

    private static String repeated(JsonNode array, Run run) {
        run.spend(array.size());
        Map<Item, Integer> seen = new HashMap<>();
        for (int index = 0; index < array.size(); index++) {
            Integer first = seen.putIfAbsent(new Item(array.get(index), run), index);
            if (first != null) {
                return "items " + first + " and " + index + " are equal";
            }
        }
        return "";
    }
}
