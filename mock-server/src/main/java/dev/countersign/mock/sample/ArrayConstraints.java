package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The constraints of an array. */
final class ArrayConstraints {
    /** One schema's tuple and what it says about the items after it. */
    record Tuple(List<SchemaNode> prefix, SchemaNode rest) {}

    /** Items of a kind that must be there. */
    record Contained(SchemaNode item, int least) {}

    final List<Tuple> tuples = new ArrayList<>();
    final List<Contained> contained = new ArrayList<>();
    int least;
    int most = Integer.MAX_VALUE;
    boolean isUnique;
    boolean isMentioned;

    void add(SchemaNode schema) {
        least = Math.max(least, Counts.of(schema.node(), "minItems", 0));
        most = Math.min(most, Counts.of(schema.node(), "maxItems", Integer.MAX_VALUE));
        isUnique |= schema.node().path("uniqueItems").asBoolean(false);
        boolean old = schema.node().path("items").isArray();
        List<SchemaNode> prefix = schema.child(old ? "items" : "prefixItems").elements();
        SchemaNode rest = schema.child(old ? "additionalItems" : "items");
        if (!prefix.isEmpty() || !rest.node().isMissingNode()) {
            tuples.add(new Tuple(prefix, rest));
        }
        if (schema.node().has("contains")) {
            contained.add(new Contained(schema.child("contains"), Counts.of(schema.node(), "minContains", 1)));
        }
        isMentioned |= !tuples.isEmpty() || !contained.isEmpty() || least > 0 || most < Integer.MAX_VALUE || isUnique;
    }

    /** Each item must be one of the schema's options. */
    void addOptions(SchemaNode schema) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.set("enum", schema.node().path("enum"));
        tuples.add(new Tuple(List.of(), schema.child("enum").insteadOf(item)));
    }

    /** The schemas that apply to the item at an index. */
    List<SchemaNode> item(int index) {
        List<SchemaNode> schemas = new ArrayList<>();
        for (Tuple tuple : tuples) {
            SchemaNode schema = index < tuple.prefix.size() ? tuple.prefix.get(index) : tuple.rest;
            if (!schema.node().isMissingNode()) {
                schemas.add(schema);
            }
        }
        return schemas;
    }

    int longestPrefix() {
        int longest = 0;
        for (Tuple tuple : tuples) {
            longest = Math.max(longest, tuple.prefix.size());
        }
        return longest;
    }
}
