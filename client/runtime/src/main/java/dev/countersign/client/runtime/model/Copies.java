package dev.countersign.client.runtime.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies that cannot be changed. Order and null elements are kept, which {@link List#copyOf} would not do. */
public final class Copies {
    private Copies() {}

    public static <T> @Nullable List<T> list(@Nullable List<T> list) {
        return list == null ? null : Collections.unmodifiableList(new ArrayList<>(list));
    }

    public static <T> @Nullable Map<String, T> map(@Nullable Map<String, T> map) {
        return map == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    public static byte @Nullable [] bytes(byte @Nullable [] bytes) {
        return bytes == null ? null : bytes.clone();
    }
}
