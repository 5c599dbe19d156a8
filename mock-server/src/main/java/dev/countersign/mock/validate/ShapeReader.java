package dev.countersign.mock.validate;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The shapes of a contract's schemas. Each is made once, so that the deepest request makes no more than there are. Thread-safe. */
final class ShapeReader {
    private final Map<Set<SchemaNode>, Shape> known = new ConcurrentHashMap<>();

    Shape shape(SchemaNode schema) {
        return shape(List.of(schema));
    }

    /** The shape of a value of which several schemas speak. */
    Shape shape(Collection<SchemaNode> schemas) {
        Set<SchemaNode> all = new LinkedHashSet<>();
        for (SchemaNode schema : schemas) {
            if (schema.node().isObject()) {
                all.addAll(schema.applied());
            }
        }
        return all.isEmpty() ? Shape.UNKNOWN : known.computeIfAbsent(all, each -> new Shape(this, List.copyOf(each)));
    }
}
