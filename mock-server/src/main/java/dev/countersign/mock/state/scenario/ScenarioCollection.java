package dev.countersign.mock.state.scenario;

import dev.countersign.mock.state.Collection;
import dev.countersign.mock.state.SessionState;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A collection of a scenario.
 *
 * @param name its name
 * @param key the property that tells its items apart
 * @param items what it begins with
 */
record ScenarioCollection(String name, String key, List<JsonNode> items) {
    ScenarioCollection {
        items = List.copyOf(items);
    }

    /** The items of a session. */
    Collection of(SessionState session) {
        return session.collection(name, beginning -> items.forEach(item -> put(beginning, item)));
    }

    /** Stores an item; one without the key property is stored under a key of its own. */
    void put(SessionState session, JsonNode item) {
        put(of(session), item);
    }

    private void put(Collection collection, JsonNode item) {
        JsonNode own = item.path(key);
        String text = own.isValueNode() && !own.isNull() ? own.asString("") : "";
        collection.put(text.isEmpty() ? "#" + (collection.keys().size() + 1) : text, item);
    }
}
