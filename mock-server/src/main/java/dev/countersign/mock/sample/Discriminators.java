package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Finds the value of the property by which a reader tells the alternatives apart (OAS 3.1 section 4.8.25). */
final class Discriminators {
    private Discriminators() {}

    /** The chosen alternative names itself. */
    static void claim(SchemaNode schema, SchemaNode alternative, Constraints constraints) {
        String reference = alternative.node().path("$ref").stringValue("");
        if (!reference.isEmpty()) {
            claim(schema.node().path("discriminator"), reference, constraints);
        }
    }

    /** A schema that is included by the one that is meant: the value names the outermost. */
    static void claimForParent(SchemaNode schema, Constraints constraints) {
        JsonNode discriminator = schema.node().path("discriminator");
        if (!discriminator.isObject()) {
            return;
        }
        for (String pointer : constraints.pointers) {
            if (pointer.startsWith("/components/schemas/") && pointer.indexOf('/', 20) < 0) {
                claim(discriminator, "#" + pointer, constraints);
                return;
            }
        }
    }

    /** Whether a value names an alternative as its own. */
    static boolean isNamed(SchemaNode schema, SchemaNode alternative, JsonNode given) {
        JsonNode discriminator = schema.node().path("discriminator");
        String reference = alternative.node().path("$ref").stringValue("");
        JsonNode named = given.path(discriminator.path("propertyName").stringValue(""));
        return !reference.isEmpty() && named.equals(name(discriminator, reference));
    }

    private static void claim(JsonNode discriminator, String reference, Constraints constraints) {
        String property = discriminator.path("propertyName").stringValue("");
        if (!property.isEmpty()) {
            constraints.discriminators.putIfAbsent(property, name(discriminator, reference));
        }
    }

    private static StringNode name(JsonNode discriminator, String reference) {
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        for (Map.Entry<String, JsonNode> entry : discriminator.path("mapping").properties()) {
            String target = entry.getValue().stringValue("");
            if (target.equals(reference) || target.equals(name)) {
                return StringNode.valueOf(entry.getKey());
            }
        }
        return StringNode.valueOf(name);
    }
}
