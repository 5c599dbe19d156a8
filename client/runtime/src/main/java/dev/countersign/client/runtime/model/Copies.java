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
        if (map == null || map.isEmpty()) {
            return map == null ? null : Collections.emptyMap();
        }
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** The map with one entry more, which is made when it gets its first. */
    public static <T> Map<String, T> with(Map<String, T> map, String name, T value) {
        Map<String, T> more = map.isEmpty() ? new LinkedHashMap<>() : map;
        more.put(name, value);
        return more;
    }

    public static byte @Nullable [] bytes(byte @Nullable [] bytes) {
        return bytes == null ? null : bytes.clone();
    }
}
