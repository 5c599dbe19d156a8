package dev.countersign.mock.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A session's state as JSON: {@code {"state": "locked", "counters": {"orders": 3}, "collections": {"/things": {"1": {…}}}}}, each
 * item below its key.
 */
final class StateJson {
    private static final String STATE = "state";
    private static final String COUNTERS = "counters";
    private static final String COLLECTIONS = "collections";
    private static final List<String> MEMBERS = List.of(STATE, COUNTERS, COLLECTIONS);

    private StateJson() {}

    static JsonNode of(SessionState session) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        session.state().ifPresent(state -> json.put(STATE, state));
        ObjectNode counters = json.putObject(COUNTERS);
        session.counters().forEach(counters::put);
        ObjectNode collections = json.putObject(COLLECTIONS);
        session.collections().forEach((name, items) -> {
            ObjectNode collection = collections.putObject(name);
            items.entries().forEach((key, value) -> collection.set(key, value.deepCopy()));
        });
        return json;
    }

    /** What keeps a text from being a state. */
    static Optional<String> fault(JsonNode json) {
        if (!json.isObject()) {
            return Optional.of("A state is an object with " + String.join(", ", MEMBERS) + ".");
        }
        for (String name : json.propertyNames()) {
            if (!MEMBERS.contains(name)) {
                return Optional.of("A state has no \"" + name + "\"; it has " + String.join(", ", MEMBERS) + ".");
            }
        }
        if (json.has(STATE) && !json.path(STATE).isString()) {
            return Optional.of("The state of a scenario is a text.");
        }
        if (json.has(COUNTERS)
                && (!json.path(COUNTERS).isObject()
                        || json.path(COUNTERS).valueStream().anyMatch(count -> !count.canConvertToLong()))) {
            return Optional.of("The counters are an object of whole numbers.");
        }
        if (json.has(COLLECTIONS)
                && (!json.path(COLLECTIONS).isObject()
                        || json.path(COLLECTIONS).valueStream().anyMatch(items -> !items.isObject()))) {
            return Optional.of("The collections are an object of objects, which hold items by their keys.");
        }
        return Optional.empty();
    }

    static void read(JsonNode json, SessionState session) {
        if (json.has(STATE)) {
            session.state(json.path(STATE).stringValue());
        }
        for (Map.Entry<String, JsonNode> counter : json.path(COUNTERS).properties()) {
            session.atLeast(counter.getKey(), counter.getValue().longValue());
        }
        for (Map.Entry<String, JsonNode> collection : json.path(COLLECTIONS).properties()) {
            session.collection(
                    collection.getKey(),
                    items -> collection
                            .getValue()
                            .properties()
                            .forEach(item ->
                                    items.put(item.getKey(), item.getValue().deepCopy())));
        }
    }
}
