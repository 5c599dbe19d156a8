package dev.countersign.verify.release;

import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes one schema of two that both hold. */
final class Merge {
    private Merge() {}

    /** Adds the second schema's rules to the first; rules that cannot be joined stand below {@code also}. */
    static void into(ObjectNode schema, ObjectNode other) {
        other.properties().forEach(rule -> {
            JsonNode present = schema.path(rule.getKey());
            if (present.isMissingNode() || present.equals(rule.getValue())) {
                schema.set(rule.getKey(), rule.getValue());
            } else {
                join(schema, rule.getKey(), present, rule.getValue());
            }
        });
    }

    private static void join(ObjectNode schema, String rule, JsonNode present, JsonNode more) {
        switch (rule) {
            case "properties" -> schema.set(rule, properties(present, more));
            case "required" -> schema.set(rule, array(union(present, more)));
            case "type", "enum" -> {
                Set<JsonNode> common = elements(present);
                common.retainAll(elements(more));
                schema.set(rule, array(common));
            }
            default -> {
                if (Limit.isLimit(rule) && present.isNumber() && more.isNumber()) {
                    schema.set(rule, Limit.stricter(rule, present, more));
                } else {
                    schema.withArrayProperty("also").addObject().set(rule, more);
                }
            }
        }
    }

    private static ObjectNode properties(JsonNode present, JsonNode more) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        present.properties().forEach(p -> all.set(p.getKey(), p.getValue()));
        more.properties().forEach(p -> {
            JsonNode same = all.path(p.getKey());
            if (same.isMissingNode() || same.equals(p.getValue())) {
                all.set(p.getKey(), p.getValue());
            } else {
                ObjectNode both = JsonNodeFactory.instance.objectNode();
                both.putArray("allOf").add(same).add(p.getValue());
                all.set(p.getKey(), both);
            }
        });
        return all;
    }

    private static Set<JsonNode> union(JsonNode present, JsonNode more) {
        Set<JsonNode> all = elements(present);
        all.addAll(elements(more));
        return all;
    }

    private static Set<JsonNode> elements(JsonNode array) {
        return new LinkedHashSet<>(array.valueStream().toList());
    }

    private static ArrayNode array(Set<JsonNode> elements) {
        return JsonNodeFactory.instance.arrayNode().addAll(elements);
    }
}
