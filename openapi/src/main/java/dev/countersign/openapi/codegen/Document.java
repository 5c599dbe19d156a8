package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.json.Pointer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The component schemas of a contract, and what each of its schemas says about Java, which is found out once. */
final class Document {
    private final SchemaNode components;
    private final IdentityHashMap<JsonNode, SchemaNode> ends = new IdentityHashMap<>();
    private final IdentityHashMap<JsonNode, Shape> shapes = new IdentityHashMap<>();

    Document(Contract contract) {
        this.components = SchemaNode.of(contract.document(), contract.dialect(), "/components/schemas");
    }

    /** The component schemas, in the document's order. */
    List<SchemaNode> components() {
        return components.members();
    }

    /** The component schema of that name; missing where there is none. */
    SchemaNode component(String name) {
        return components.child(name);
    }

    /** The last name in a reference, which is what its author called the schema. */
    static String nameOf(String reference) {
        String pointer = reference.contains("#") ? Pointer.ofReference(reference) : reference;
        return Pointer.last("/" + pointer);
    }

    /** What a schema says about Java. It is shared: whoever adds to it takes a copy. */
    Shape shape(SchemaNode schema) {
        SchemaNode end = end(schema);
        Shape known = shapes.get(end.node());
        if (known == null) {
            known = Shape.of(end, this);
            shapes.put(end.node(), known);
        }
        return known;
    }

    /** What the schema's reference leads to in the end; absent where it has none. */
    Optional<SchemaNode> followed(SchemaNode schema) {
        return schema.referred().map(this::end);
    }

    /** The schema, or the first in a chain of bare references that is none; one that says nothing where there is none. */
    SchemaNode end(SchemaNode schema) {
        List<SchemaNode> chain = new ArrayList<>();
        SchemaNode here = schema;
        while (isBareReference(here) && !ends.containsKey(here.node())) {
            chain.add(here);
            ends.put(here.node(), SchemaNode.anything(here.pointer())); // What a circle comes to.
            here = here.referred().orElseGet(() -> SchemaNode.anything(schema.pointer()));
        }
        SchemaNode end = ends.getOrDefault(here.node(), here);
        chain.forEach(link -> ends.put(link.node(), end));
        return end;
    }

    private static boolean isBareReference(SchemaNode schema) {
        return schema.node().size() == 1 && Pointer.reference(schema.node()) != null;
    }
}
