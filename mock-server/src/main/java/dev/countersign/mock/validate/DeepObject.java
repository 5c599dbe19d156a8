package dev.countersign.mock.validate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Style {@code deepObject}: {@code color[R]=100&color[G]=200}. The standard leaves deeper levels and arrays undefined; they
 * are read as {@code a[b][c]=1} and {@code a[b]=1&a[b]=2} or {@code a[b][]=1}, which is what clients write.
 */
final class DeepObject {
    private static final int DEEPEST = 16;

    private DeepObject() {}

    static Reading read(String name, List<Pair> pairs, Shape shape) {
        @Nullable ObjectNode object = null;
        for (Pair pair : pairs) {
            if (pair.name().startsWith(name)
                    && pair.name().startsWith("[", name.length())
                    && pair.name().endsWith("]")) {
                String keys =
                        pair.name().substring(name.length() + 1, pair.name().length() - 1);
                object = object == null ? JsonNodeFactory.instance.objectNode() : object;
                put(object, Structure.split(keys, "]["), pair.value(), shape);
            }
        }
        return object == null ? Reading.MISSING : new Reading.Value(object);
    }

    private static void put(ObjectNode root, List<String> keys, String value, Shape rootShape) {
        ObjectNode object = root;
        Shape shape = rootShape;
        boolean list = keys.size() > 1 && isIndex(keys.get(keys.size() - 1));
        int last = keys.size() - (list ? 2 : 1);
        if (last < 0 || last > DEEPEST) {
            return;
        }
        for (int i = 0; i < last; i++) {
            shape = shape.property(keys.get(i));
            object = object.path(keys.get(i)) instanceof ObjectNode child ? child : object.putObject(keys.get(i));
        }
        String key = keys.get(last);
        Shape target = shape.property(key);
        if (list || target.isArray()) {
            ArrayNode array = object.path(key) instanceof ArrayNode there ? there : object.putArray(key);
            array.add(Coercion.coerce(value, target.itemShape()));
        } else {
            JsonNode node = Coercion.coerce(value, target);
            object.set(key, node);
        }
    }

    private static boolean isIndex(String key) {
        return key.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
