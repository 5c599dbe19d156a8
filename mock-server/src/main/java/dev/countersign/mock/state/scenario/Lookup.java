package dev.countersign.mock.state.scenario;

import dev.countersign.mock.state.Collection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Items of a collection that are such.
 *
 * @param in the collection
 * @param where what they are like, by JSON pointers into the item
 */
record Lookup(ScenarioCollection in, Map<String, Expected> where) {
    Lookup {
        where = Map.copyOf(where);
    }

    /** The first of them. */
    Optional<JsonNode> first(Scope scope) {
        for (JsonNode item : in.of(scope.session()).values()) {
            if (fits(item, scope)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    void removeAll(Scope scope) {
        Collection items = in.of(scope.session());
        List<String> keys = new ArrayList<>();
        items.entries().forEach((key, item) -> {
            if (fits(item, scope)) {
                keys.add(key);
            }
        });
        keys.forEach(items::remove);
    }

    private boolean fits(JsonNode item, Scope scope) {
        return where.entrySet().stream().allMatch(each -> each.getValue().fits(item.at(each.getKey()), scope));
    }
}
