package dev.countersign.verify.cases;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What has changed between two versions of a document, apart from the words that describe it. */
public final class DocumentChange {
    private DocumentChange() {}

    /** One line for each change, with its JSON pointer; empty when both promise the same. */
    public static List<String> between(ObjectNode released, ObjectNode current) {
        ObjectNode before = released.deepCopy();
        ObjectNode after = current.deepCopy();
        withoutWords(before);
        withoutWords(after);
        return JsonDifference.between(before, after);
    }

    /** Removes descriptions, and no property that happens to have such a name: that one is a schema, not a text. */
    private static void withoutWords(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
                boolean words =
                        entry.getKey().equals("description") || entry.getKey().equals("summary");
                if (words && entry.getValue().isString()) {
                    object.remove(entry.getKey());
                } else {
                    withoutWords(entry.getValue());
                }
            }
        } else {
            node.forEach(DocumentChange::withoutWords);
        }
    }
}
