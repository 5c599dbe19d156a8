package dev.countersign.client.runtime.model;

import org.jspecify.annotations.Nullable;

/** A value of a union that fits none of its alternatives, kept as it came. */
public interface UnknownValue {
    /** The value as a map, list, text, number, boolean, or null. */
    @Nullable Object value();
}
