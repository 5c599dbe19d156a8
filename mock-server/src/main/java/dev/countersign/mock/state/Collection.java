package dev.countersign.mock.state;

import dev.countersign.openapi.json.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Items by their keys, in the order in which they came. Items are never changed, only replaced. Guarded by its session. */
public final class Collection {
    private final Map<String, Item> items = new LinkedHashMap<>();
    private long size;

    /** An item with the length of its text. */
    private record Item(JsonNode value, int length) {}

    Collection() {}

    /** The item of a key. */
    public Optional<JsonNode> get(String key) {
        return Optional.ofNullable(items.get(key)).map(Item::value);
    }

    /** Stores an item; one of the same key is replaced and keeps its place. */
    public void put(String key, JsonNode value) {
        Item item = new Item(value, JsonTree.text(value).length());
        Item before = items.put(key, item);
        size += item.length - (before == null ? 0 : before.length);
    }

    /** Removes the item of a key, where there is one. */
    public void remove(String key) {
        Item removed = items.remove(key);
        size -= removed == null ? 0 : removed.length;
    }

    /** Removes all. */
    public void clear() {
        items.clear();
        size = 0;
    }

    /** The keys as they are now. */
    public Set<String> keys() {
        return Set.copyOf(items.keySet());
    }

    /** The items as they are now, the oldest first. */
    public List<JsonNode> values() {
        List<JsonNode> values = new ArrayList<>(items.size());
        items.values().forEach(item -> values.add(item.value));
        return values;
    }

    /** The items with their keys as they are now, the oldest first. */
    public Map<String, JsonNode> entries() {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        items.forEach((key, item) -> entries.put(key, item.value));
        return entries;
    }

    /** The length of all items' texts in characters. */
    long size() {
        return size;
    }

    int count() {
        return items.size();
    }

    void removeOldest() {
        items.keySet().stream().findFirst().ifPresent(this::remove);
    }
}
