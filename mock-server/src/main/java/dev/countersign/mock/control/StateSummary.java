package dev.countersign.mock.control;

import dev.countersign.mock.state.ScenarioName;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.SchemaWalk;
import dev.countersign.openapi.json.JsonTree;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a session remembers, as a person may see it: the values of properties that the contract marks as secret anywhere, and of
 * those that sound so, are masked.
 *
 * @param secrets the names that the contract marks
 */
record StateSummary(Set<String> secrets) {
    private static final String MASK = "***";
    private static final int SHOWN_ITEMS = 20;
    private static final int LONGEST_ITEM = 4_000;

    /** What is shown of a mock without a memory. */
    static ObjectNode ofNothing() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("remembers", false);
        json.putObject("counters");
        json.putArray("collections");
        return json;
    }

    /** With what a contract marks, whichever schema says so; looks at the whole document. */
    static StateSummary of(Contract contract) {
        Set<String> secrets = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        SchemaWalk.visit(
                contract,
                schema -> schema.properties().forEach((name, property) -> {
                    if (property.isSecret()) {
                        secrets.add(name);
                    }
                }));
        return new StateSummary(secrets);
    }

    /**
     * In the words of {@code control.yaml}.
     *
     * @param saved as it is saved
     */
    ObjectNode json(JsonNode saved, Optional<ScenarioName> scenario) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("remembers", true);
        scenario.ifPresent(name -> {
            json.put("scenario", name.title());
            json.put("state", saved.path("state").asString(name.first()));
        });
        json.set("counters", saved.path("counters"));
        ArrayNode collections = json.putArray("collections");
        for (Map.Entry<String, JsonNode> collection : saved.path("collections").properties()) {
            ObjectNode shown = collections.addObject();
            shown.put("name", collection.getKey());
            shown.put("count", collection.getValue().size());
            ArrayNode items = shown.putArray("items");
            collection.getValue().properties().stream()
                    .skip(Math.max(0, collection.getValue().size() - SHOWN_ITEMS))
                    .forEach(item -> items.add(item(item.getKey(), item.getValue())));
        }
        return json;
    }

    /** A key may be what is secret in its item. */
    private ObjectNode item(String key, JsonNode value) {
        boolean secret = value.properties().stream()
                .anyMatch(property -> isSecret(property.getKey())
                        && property.getValue().asString("").equals(key));
        String text = JsonTree.text(masked(value));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("key", secret ? MASK : key);
        json.put("value", text.length() <= LONGEST_ITEM ? text : text.substring(0, LONGEST_ITEM) + "…");
        return json;
    }

    private boolean isSecret(String name) {
        return secrets.contains(name) || ShownParts.soundsSecret(name);
    }

    private JsonNode masked(JsonNode value) {
        if (value.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            value.forEach(each -> copy.add(masked(each)));
            return copy;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(property -> {
            if (isSecret(property.getKey()) && !property.getValue().isNull()) {
                copy.put(property.getKey(), MASK);
            } else {
                copy.set(property.getKey(), masked(property.getValue()));
            }
        });
        return copy;
    }
}
