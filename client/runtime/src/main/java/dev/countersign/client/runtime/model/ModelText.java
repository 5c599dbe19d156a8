package dev.countersign.client.runtime.model;

import dev.countersign.client.Field;
import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The {@code toString} of a model: secrets are masked, and of what the contract does not know only names are shown. */
public final class ModelText {
    private static final String MASK = "***";

    private final StringJoiner fields;

    public ModelText(String model) {
        this.fields = new StringJoiner(", ", model + "[", "]");
    }

    public ModelText add(String name, @Nullable Object value) {
        fields.add(name + "=" + (value instanceof byte[] bytes ? bytes.length + " bytes" : value));
        return this;
    }

    /** A value that must not be shown; {@code null} and absence are no secrets. */
    public ModelText secret(String name, @Nullable Object value) {
        boolean nothing = value == null || (value instanceof Field<?> field && field.orNull() == null);
        fields.add(name + "=" + (nothing ? value : MASK));
        return this;
    }

    /** A value without a schema, which may hold anything. */
    public ModelText shape(String name, @Nullable Object value) {
        Object inner = value instanceof Field<?> field && field.isPresent() ? field.orNull() : value;
        fields.add(name + "=" + describe(inner));
        return this;
    }

    /** Properties that the contract does not name. */
    public ModelText extra(Map<String, ?> additional) {
        if (!additional.isEmpty()) {
            fields.add("additionalProperties=" + additional.keySet());
        }
        return this;
    }

    /** What kind of JSON a value is. */
    public static @Nullable Object describe(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.keySet();
        }
        if (value instanceof Collection<?> items) {
            return "ARRAY(" + items.size() + ")";
        }
        if (value instanceof String) {
            return "STRING";
        }
        if (value instanceof Number) {
            return "NUMBER";
        }
        return value instanceof Boolean ? "BOOLEAN" : value == null ? null : "OBJECT";
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
