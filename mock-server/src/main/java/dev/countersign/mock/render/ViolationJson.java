package dev.countersign.mock.render;

import dev.countersign.mock.validate.Violation;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A violation as problem details carry it. */
final class ViolationJson {
    private ViolationJson() {}

    static ObjectNode of(Violation violation) {
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        one.put("in", violation.in().label());
        if (!violation.name().isEmpty()) {
            one.put("name", violation.name());
        }
        one.put("pointer", violation.pointer());
        one.put("message", violation.message());
        if (!violation.schemaPointer().isEmpty()) {
            one.put("schema", "#" + violation.schemaPointer());
        }
        return one;
    }
}
