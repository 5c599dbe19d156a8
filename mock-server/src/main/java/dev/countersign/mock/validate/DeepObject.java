package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.Pair;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Style {@code deepObject}: {@code color[R]=100&color[G]=200}. The standard leaves deeper levels and arrays undefined; they
 * are read as clients write them: {@code a[b][c]=1}, {@code a[b]=1&a[b]=2}, {@code a[b][]=1} or {@code a[b][0][c]=1}.
 */
final class DeepObject {
    /** As many as JSON may have, so that an object that can be sent as JSON can be sent as a form. */
    private static final int DEEPEST = 500;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DeepObject() {}

    static ReadResult read(String name, List<Pair> pairs, ExpectedType expected) {
        @Nullable JsonNode root = null;
        for (Pair pair : pairs) {
            if (pair.name().startsWith(name)
                    && pair.name().startsWith("[", name.length())
                    && pair.name().endsWith("]")) {
                String keys =
                        pair.name().substring(name.length() + 1, pair.name().length() - 1);
                List<String> steps = keys.isEmpty() ? List.of("") : Structure.split(keys, "][");
                if (steps.size() > DEEPEST) {
                    return new ReadResult.Malformed("is nested more than " + DEEPEST + " levels deep");
                }
                root = root == null ? root(expected, steps.get(0)) : root;
                put(root, expected, steps, pair.value());
            }
        }
        return root == null ? ReadResult.MISSING : new ReadResult.Value(root);
    }

    private static JsonNode root(ExpectedType expected, String first) {
        return expected.isArray() && !expected.isObject() && isIndex(first) ? NODES.arrayNode() : NODES.objectNode();
    }

    private static void put(JsonNode holder, ExpectedType expected, List<String> steps, String value) {
        String step = steps.get(0);
        List<String> rest = steps.subList(1, steps.size());
        if (holder instanceof ArrayNode array) {
            ExpectedType item = expected.item(array.size());
            if (rest.isEmpty()) {
                array.add(Coercion.coerce(value, item));
            } else {
                put(item(array, step, rest.get(0), item), item, rest, value);
            }
        } else if (holder instanceof ObjectNode object) {
            ExpectedType property = expected.property(step);
            if (!rest.isEmpty() || property.isArray()) {
                JsonNode child = object.path(step);
                if (!child.isContainer()) {
                    child = container(property, rest.isEmpty() ? "" : rest.get(0));
                    object.set(step, child);
                }
                put(child, property, rest.isEmpty() ? List.of("") : rest, value);
            } else {
                object.set(step, Coercion.coerce(value, property));
            }
        }
    }

    /** The item that a step means: one that is there by its index, the last one while it lacks what comes, or a new one. */
    private static JsonNode item(ArrayNode array, String step, String next, ExpectedType expected) {
        int last = array.size() - 1;
        int index = step.isEmpty() || step.length() > 4 || !isIndex(step) ? last : Integer.parseInt(step);
        boolean known = index >= 0 && index <= last && array.get(index).isContainer();
        if (known && !(step.isEmpty() && array.get(index).has(next))) {
            return array.get(index);
        }
        JsonNode item = container(expected, next);
        array.add(item);
        return item;
    }

    /** A list where steps count and the schema does not want an object. */
    private static JsonNode container(ExpectedType expected, String next) {
        boolean list = isIndex(next) && (expected.isArray() || !expected.isObject());
        return list ? NODES.arrayNode() : NODES.objectNode();
    }

    private static boolean isIndex(String step) {
        return step.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
