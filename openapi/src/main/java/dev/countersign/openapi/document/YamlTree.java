package dev.countersign.openapi.document;

import dev.countersign.openapi.json.DuplicateName;
import dev.countersign.openapi.json.MalformedTextException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a YAML node graph into a JSON tree. Aliases are shared, not copied; their expanded size is counted, so that a
 * small text cannot become an endless tree ("billion laughs").
 */
final class YamlTree {
    static final long MAX_VALUES = 5_000_000;

    /** YAML 1.1's merge key, which 1.2 dropped and authors still use. */
    static final String MERGE = "<<";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private record Sized(JsonNode tree, long values) {}

    private final Map<Node, Sized> anchored = new HashMap<>();
    private final Set<Node> open = new HashSet<>();

    private final Consumer<DuplicateName> duplicates;

    private YamlTree(Consumer<DuplicateName> duplicates) {
        this.duplicates = duplicates;
    }

    /** @param duplicates takes the keys that stand twice in one mapping, of which the last counts */
    static JsonNode of(@Nullable Node root, Consumer<DuplicateName> duplicates) throws MalformedTextException {
        return root == null
                ? NODES.missingNode()
                : new YamlTree(duplicates).convert(root).tree();
    }

    /** A mapping's key as text: JSON has no other keys, and {@code 200:} means {@code "200":}. */
    static @Nullable String key(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    private Sized convert(Node node) throws MalformedTextException {
        if (node instanceof ScalarNode scalar) {
            return new Sized(scalar(scalar.getValue(), scalar.getTag()), 1);
        }
        Sized known = anchored.get(node);
        if (known != null) {
            return known;
        }
        if (!open.add(node)) {
            throw new MalformedTextException(
                    YamlText.line(node), "An alias refers to a node that contains it.", "Use $ref for recursion.");
        }
        Sized result = node instanceof MappingNode mapping ? object(mapping) : array((SequenceNode) node);
        if (result.values() > MAX_VALUES) {
            throw new MalformedTextException(
                    YamlText.line(node),
                    "The file's aliases expand to more than " + MAX_VALUES + " values.",
                    "Use $ref instead of aliases.");
        }
        open.remove(node);
        if (node.getAnchor().isPresent()) {
            anchored.put(node, result);
        }
        return result;
    }

    private Sized array(SequenceNode sequence) throws MalformedTextException {
        ArrayNode array = NODES.arrayNode(sequence.getValue().size());
        long values = 1;
        for (Node element : sequence.getValue()) {
            Sized converted = convert(element);
            array.add(converted.tree());
            values += converted.values();
        }
        return new Sized(array, values);
    }

    private Sized object(MappingNode mapping) throws MalformedTextException {
        ObjectNode object = NODES.objectNode();
        List<JsonNode> merged = new ArrayList<>();
        long values = 1;
        for (NodeTuple entry : mapping.getValue()) {
            Node keyNode = entry.getKeyNode();
            String key = key(keyNode);
            if (key == null) {
                throw new MalformedTextException(YamlText.line(keyNode), "A mapping key is not a scalar.", "");
            }
            Sized value = convert(entry.getValueNode());
            values += value.values();
            if (key.equals(MERGE) && !value.tree().isString()) {
                merged.add(value.tree());
            } else {
                if (object.has(key)) {
                    duplicates.accept(new DuplicateName(key, YamlText.line(keyNode)));
                }
                object.set(key, value.tree());
            }
        }
        merged.forEach(each -> merge(object, each));
        return new Sized(object, values);
    }

    /** What the mapping says itself wins. */
    private static void merge(ObjectNode into, JsonNode merged) {
        if (merged.isArray()) {
            merged.forEach(each -> merge(into, each));
        } else if (merged instanceof ObjectNode object) {
            object.properties().forEach(entry -> into.putIfAbsent(entry.getKey(), entry.getValue()));
        }
    }

    /** A scalar by the tag that it has or that its text resolves to. */
    static JsonNode scalar(String text, Tag tag) {
        if (tag.equals(Tag.NULL)) {
            return NODES.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return NODES.booleanNode(text.equalsIgnoreCase("true"));
        }
        try {
            if (tag.equals(Tag.INT)) {
                return integer(text);
            }
            if (tag.equals(Tag.FLOAT)) {
                return NODES.numberNode(new BigDecimal(text));
            }
        } catch (NumberFormatException e) {
            // .inf, .nan and an explicit !!int on words: JSON has no such numbers, so the text is kept.
            return NODES.stringNode(text);
        }
        return NODES.stringNode(text);
    }

    private static JsonNode integer(String text) {
        BigInteger value = text.startsWith("0x")
                ? new BigInteger(text.substring(2), 16)
                : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
        if (value.bitLength() < 32) {
            return NODES.numberNode(value.intValue());
        }
        return value.bitLength() < 64 ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
    }
}
