package dev.countersign.mock.state.resource;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.Map;
import java.util.Optional;

/** The property of an item that the last variable of its path means. */
final class IdProperty {
    private IdProperty() {}

    /**
     * By the variable's name ({@code thing_id} is {@code thingId}), else by what it says beside the collection's name ({@code
     * thingId} of {@code /things} is {@code id}), else {@code id}.
     *
     * @param collection the last name in the path of the collection
     * @return empty when the item has none
     */
    static Optional<String> of(SchemaNode item, String variable, String collection) {
        Map<String, SchemaNode> properties = item.properties();
        String wanted = SchemaParts.plain(variable);
        String singular = singular(SchemaParts.plain(collection));
        String rest = wanted.startsWith(singular) ? wanted.substring(singular.length()) : wanted;
        return named(properties, wanted)
                .or(() -> named(properties, rest))
                .or(() -> named(properties, "id"))
                .or(() -> named(properties, singular + "id"));
    }

    private static Optional<String> named(Map<String, SchemaNode> properties, String wanted) {
        return properties.entrySet().stream()
                .filter(property -> !wanted.isEmpty()
                        && SchemaParts.plain(property.getKey()).equals(wanted))
                .filter(property -> !SchemaParts.isObject(property.getValue())
                        && !property.getValue().types().contains("array"))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String singular(String plural) {
        if (plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        if (plural.endsWith("sses") || plural.endsWith("xes") || plural.endsWith("ches")) {
            return plural.substring(0, plural.length() - 2);
        }
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }
}
