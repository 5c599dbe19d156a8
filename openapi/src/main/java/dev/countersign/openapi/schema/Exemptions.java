package dev.countersign.openapi.schema;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Finds the properties that a value need not have although they are required: read-only ones in a request, write-only
 * ones in a response (OAS 3.0 section 4.7.24.2). The declaration and the {@code required} may stand in different
 * schemas that apply to the same value. Thread-safe.
 */
final class Exemptions {
    private final Map<String, Set<String>> readOnly = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> writeOnly = new ConcurrentHashMap<>();

    Set<String> of(Site site) {
        Direction direction = site.scope().direction();
        if (direction == Direction.ANY) {
            return Set.of();
        }
        boolean request = direction == Direction.REQUEST;
        Map<String, Set<String>> known = request ? readOnly : writeOnly;
        Set<String> names = known.get(site.pointer());
        if (names == null) {
            names = find(site, request ? "readOnly" : "writeOnly");
            known.put(site.pointer(), names);
        }
        return names;
    }

    private static Set<String> find(Site site, String flag) {
        Set<String> names = new HashSet<>();
        for (SchemaNode schema : site.at().applicable()) {
            for (SchemaNode property : schema.child("properties").members()) {
                if (isFlagged(property, flag)) {
                    names.add(property.name());
                }
            }
        }
        return Set.copyOf(names);
    }

    private static boolean isFlagged(SchemaNode property, String flag) {
        for (SchemaNode schema : property.applicable()) {
            JsonNode value = schema.node().path(flag);
            if (value.isBoolean() && value.booleanValue()) {
                return true;
            }
        }
        return false;
    }
}
