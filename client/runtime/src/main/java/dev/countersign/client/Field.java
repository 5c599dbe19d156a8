package dev.countersign.client;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An optional property that may also be {@code null}, which are two different things: an absent field is not written at
 * all. Immutable.
 *
 * @param <T> the type of the value
 */
public final class Field<T> {
    private static final Field<?> ABSENT = new Field<>(false, null);

    private final boolean present;
    private final @Nullable T value;

    private Field(boolean present, @Nullable T value) {
        this.present = present;
        this.value = value;
    }

    /** A field that is not there. */
    @SuppressWarnings("unchecked") // An absent field holds no value of any type.
    public static <T> Field<T> absent() {
        return (Field<T>) ABSENT;
    }

    /** A field that is there, possibly with {@code null}. */
    public static <T> Field<T> of(@Nullable T value) {
        return new Field<>(true, value);
    }

    /** Whether the field is there at all. */
    public boolean isPresent() {
        return present;
    }

    /** Whether the field is there and {@code null}. */
    public boolean isNull() {
        return present && value == null;
    }

    /** The value; empty when the field is absent or {@code null}. */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** The value; null when the field is absent or {@code null}. */
    @JsonValue
    public @Nullable T orNull() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Field<?> field && present == field.present && Objects.deepEquals(value, field.value);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(new Object[] {present, value});
    }

    @Override
    public String toString() {
        return present ? String.valueOf(value) : "absent";
    }

    /** What Jackson leaves out: it asks an instance whether it equals the field. */
    public static final class Absent {
        /** Called by Jackson. */
        public Absent() {}

        @Override
        @SuppressWarnings("EqualsUnsafeCast") // It is no value, and stands for all absent ones.
        public boolean equals(@Nullable Object other) {
            return other instanceof Field<?> field && !field.isPresent();
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }
}
