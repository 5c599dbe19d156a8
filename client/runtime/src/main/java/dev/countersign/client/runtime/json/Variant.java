package dev.countersign.client.runtime.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One alternative of a union.
 *
 * @param <T> the union
 */
public final class Variant<T> {
    private final Kind kind;
    private final JsonType<?> type;
    private final Function<Object, T> wrap;
    private final List<String> required;
    private final Set<String> properties;
    private final Map<String, Set<String>> allowed;

    /** What JSON an alternative is written in. */
    public enum Kind {
        STRING,
        BINARY,
        INTEGER,
        NUMBER,
        BOOLEAN,
        LIST,
        MAP,
        OBJECT,
        ENUM,
        UNION,
        ANY;

        private boolean fits(JsonNode node) {
            return switch (this) {
                case STRING, BINARY -> node.isTextual();
                case INTEGER -> node.isIntegralNumber();
                case NUMBER -> node.isNumber();
                case BOOLEAN -> node.isBoolean();
                case LIST -> node.isArray();
                case MAP, OBJECT -> node.isObject();
                case ENUM -> node.isValueNode();
                case UNION, ANY -> true;
            };
        }
    }

    private Variant(
            Kind kind,
            JsonType<?> type,
            Function<Object, T> wrap,
            List<String> required,
            Set<String> properties,
            Map<String, Set<String>> allowed) {
        this.kind = kind;
        this.type = type;
        this.wrap = wrap;
        this.required = required;
        this.properties = properties;
        this.allowed = allowed;
    }

    /**
     * A model that is itself a member of the union.
     *
     * @param required properties that it cannot do without
     * @param properties all properties that it names
     * @param allowed the only values of a property, where the contract names them
     */
    public static <T> Variant<T> model(
            Kind kind,
            JsonType<? extends T> type,
            List<String> required,
            Set<String> properties,
            Map<String, Set<String>> allowed) {
        @SuppressWarnings("unchecked") // What is read as the type is a T.
        Function<Object, T> cast = value -> (T) value;
        return new Variant<>(kind, type, cast, required, properties, allowed);
    }

    /** A value that cannot be a member itself, and is wrapped in one. */
    public static <T, V> Variant<T> wrapped(Kind kind, JsonType<V> type, Function<V, ? extends T> wrap) {
        @SuppressWarnings("unchecked") // What is read as the type is a V.
        Function<Object, T> wrapper = value -> wrap.apply((V) value);
        return new Variant<>(kind, type, wrapper, List.of(), Set.of(), Map.of());
    }

    JsonType<?> type() {
        return type;
    }

    T wrap(Object value) {
        return wrap.apply(value);
    }

    /** How well a value fits: negative for not at all, else the number of properties that are known. */
    int fit(JsonNode node) {
        if (!kind.fits(node) || !required.stream().allMatch(node::has)) {
            return -1;
        }
        boolean foreign = allowed.entrySet().stream().anyMatch(entry -> {
            JsonNode value = node.get(entry.getKey());
            return value != null && value.isTextual() && !entry.getValue().contains(value.textValue());
        });
        return foreign ? -1 : (int) properties.stream().filter(node::has).count();
    }
}
