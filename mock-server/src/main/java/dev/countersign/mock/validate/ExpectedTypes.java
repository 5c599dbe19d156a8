package dev.countersign.mock.validate;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The types that a contract's schemas expect. Each is made once, so that the deepest request makes no more than there are. Thread-safe. */
final class ExpectedTypes {
    private final Map<Set<SchemaNode>, ExpectedType> known = new ConcurrentHashMap<>();

    ExpectedType of(SchemaNode schema) {
        return of(List.of(schema));
    }

    /** The type of a value that several schemas speak of. */
    ExpectedType of(Collection<SchemaNode> schemas) {
        Set<SchemaNode> all = new LinkedHashSet<>();
        for (SchemaNode schema : schemas) {
            if (schema.node().isObject()) {
                all.addAll(schema.applied());
            }
        }
        return all.isEmpty()
                ? ExpectedType.UNKNOWN
                : known.computeIfAbsent(all, each -> new ExpectedType(this, List.copyOf(each)));
    }
}
