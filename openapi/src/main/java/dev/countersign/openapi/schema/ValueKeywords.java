package dev.countersign.openapi.schema;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Keywords about any type of value: {@code type}, {@code enum}, {@code const}. */
final class ValueKeywords {
    private ValueKeywords() {}

    static void addTo(List<Check> checks, Site site) {
        Set<JsonType> types = types(site.get("type"));
        if (!types.isEmpty()) {
            checks.add(new TypeCheck(site.location("type"), types));
        }
        JsonNode options = site.get("enum");
        if (options != null && options.isArray()) {
            Check oneOf = new OneOfValues(site.location("enum"), EnumOptions.of(site.schema()));
            checks.add(EnumOptions.areOfItems(site.schema()) ? new Items(List.of(), oneOf, false) : oneOf);
        }
        JsonNode constant = site.get("const");
        if (constant != null) {
            checks.add(new OneOfValues(site.location("const"), List.of(constant)));
        }
    }

    /** The types that are named; empty, so that nothing is demanded, when one of them is unknown. */
    private static Set<JsonType> types(@Nullable JsonNode names) {
        Set<JsonType> types = EnumSet.noneOf(JsonType.class);
        if (names != null) {
            for (JsonNode name : names.isArray() ? names.values() : List.of(names)) {
                Optional<JsonType> type = JsonType.named(name.asString(""));
                if (type.isEmpty()) {
                    return Set.of();
                }
                types.add(type.get());
            }
        }
        return types;
    }
}
