package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Finds the value of the property by which a reader tells the alternatives apart (OAS 3.1 section 4.8.25). */
final class Discriminators {
    private Discriminators() {}

    /** The chosen alternative names itself. */
    static void claim(SchemaNode schema, SchemaNode alternative, Demand demand) {
        String reference = alternative.node().path("$ref").stringValue("");
        if (!reference.isEmpty()) {
            claim(schema.node().path("discriminator"), reference, demand);
        }
    }

    /** A schema that is included by the one that is meant: the value names the outermost. */
    static void claimForParent(SchemaNode schema, Demand demand) {
        JsonNode discriminator = schema.node().path("discriminator");
        if (!discriminator.isObject()) {
            return;
        }
        for (String pointer : demand.pointers) {
            if (pointer.startsWith("/components/schemas/") && pointer.indexOf('/', 20) < 0) {
                claim(discriminator, "#" + pointer, demand);
                return;
            }
        }
    }

    private static void claim(JsonNode discriminator, String reference, Demand demand) {
        String property = discriminator.path("propertyName").stringValue("");
        if (property.isEmpty()) {
            return;
        }
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        for (Map.Entry<String, JsonNode> entry : discriminator.path("mapping").properties()) {
            String target = entry.getValue().stringValue("");
            if (target.equals(reference) || target.equals(name)) {
                demand.discriminators.putIfAbsent(property, StringNode.valueOf(entry.getKey()));
                return;
            }
        }
        demand.discriminators.putIfAbsent(property, StringNode.valueOf(name));
    }
}
