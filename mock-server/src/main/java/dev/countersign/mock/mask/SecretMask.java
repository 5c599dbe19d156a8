package dev.countersign.mock.mask;

import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Replaces what schemas mark as secret, with {@code format: password} or {@code x-secret: true}. A value is a secret when
 * any schema that may apply to it says so, whichever branch of a combination it fits: better one too many than one too
 * few.
 */
public final class SecretMask {
    private final Function<SchemaNode, JsonNode> samples;
    private final boolean keepsSamples;

    private SecretMask(Function<SchemaNode, JsonNode> samples, boolean keepsSamples) {
        this.samples = samples;
        this.keepsSamples = keepsSamples;
    }

    /**
     * A mask.
     *
     * @param samples what takes the place of a secret; where it gives a missing or null node, the text {@code ***} does
     */
    public SecretMask(Function<SchemaNode, JsonNode> samples) {
        this(samples, false);
    }

    /** A mask for values that a mock has sent or was sent in tests: one that is the sample itself is no secret. */
    public static SecretMask keeping(Function<SchemaNode, JsonNode> samples) {
        return new SecretMask(samples, true);
    }

    /** A copy without secrets. */
    public JsonNode mask(JsonNode value, SchemaNode schema) {
        return mask(value, List.of(schema));
    }

    private JsonNode mask(JsonNode value, List<SchemaNode> schemas) {
        Set<SchemaNode> applicable = new LinkedHashSet<>();
        schemas.forEach(schema -> applicable.addAll(schema.applicable()));
        if (applicable.isEmpty() || value.isNull()) {
            return value;
        }
        if (applicable.stream().anyMatch(SchemaNode::isSecret)) {
            return replacement(value, applicable.iterator().next());
        }
        if (value.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(field ->
                            copy.set(field.getKey(), mask(field.getValue(), ofProperty(field.getKey(), applicable))));
            return copy;
        }
        if (value.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(value.size());
            List<SchemaNode> ofElements = ofElements(applicable);
            value.forEach(element -> copy.add(mask(element, ofElements)));
            return copy;
        }
        return value;
    }

    /** A sample keeps the copy valid; a documented sample that happens to be the secret itself is none. */
    private JsonNode replacement(JsonNode value, SchemaNode schema) {
        JsonNode sample = samples.apply(schema);
        boolean unusable = sample.isNull() || sample.isMissingNode();
        return unusable || (sample.equals(value) && !keepsSamples) ? StringNode.valueOf("***") : sample;
    }

    private static List<SchemaNode> ofProperty(String name, Set<SchemaNode> schemas) {
        List<SchemaNode> found = new ArrayList<>();
        for (SchemaNode schema : schemas) {
            found.add(schema.child("properties").child(name));
            found.addAll(schema.child("patternProperties").members());
            found.add(schema.child("additionalProperties"));
            found.add(schema.child("unevaluatedProperties"));
        }
        return found;
    }

    private static List<SchemaNode> ofElements(Set<SchemaNode> schemas) {
        List<SchemaNode> found = new ArrayList<>();
        for (SchemaNode schema : schemas) {
            found.add(schema.child("items"));
            found.add(schema.child("contains"));
            found.add(schema.child("unevaluatedItems"));
            found.addAll(schema.child("prefixItems").elements());
        }
        return found;
    }
}
