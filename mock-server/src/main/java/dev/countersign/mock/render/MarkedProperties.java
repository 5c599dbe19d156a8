package dev.countersign.mock.render;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The properties that a schema marks with {@code x-violations: true}, whichever of its parts or alternatives names them. */
final class MarkedProperties {
    private MarkedProperties() {}

    static List<String> of(SchemaNode schema) {
        Set<String> names = new TreeSet<>();
        for (SchemaNode each : schema.applied()) {
            for (SchemaNode property : each.child("properties").members()) {
                if (property.isMarked("x-violations")) {
                    names.add(property.name());
                }
            }
        }
        return new ArrayList<>(names);
    }
}
