package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayList;
import java.util.List;

/** Steps from a schema to those inside it. */
final class Nodes {
    private Nodes() {}

    static SchemaNode child(SchemaNode parent, String name) {
        String token = name.replace("~", "~0").replace("/", "~1");
        return new SchemaNode(parent.pointer() + "/" + token, parent.node().path(name));
    }

    /** The schemas in an array; empty when it is none. */
    static List<SchemaNode> elements(SchemaNode array) {
        List<SchemaNode> elements = new ArrayList<>();
        for (int index = 0; array.node().isArray() && index < array.node().size(); index++) {
            elements.add(
                    new SchemaNode(array.pointer() + "/" + index, array.node().get(index)));
        }
        return elements;
    }

    /** The schemas in an object; empty when it is none. */
    static List<SchemaNode> members(SchemaNode object) {
        List<SchemaNode> members = new ArrayList<>();
        for (String name : object.node().propertyNames()) {
            members.add(child(object, name));
        }
        return members;
    }
}
