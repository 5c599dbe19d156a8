package dev.countersign.client.runtime.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The values of an enumeration that the contract names. Immutable and thread-safe.
 *
 * @param <V> what they are on the wire
 * @param <E> the enumeration
 */
public final class KnownValues<V, E> {
    private final Map<V, E> byValue = new HashMap<>();
    private final List<E> all;

    private KnownValues(Function<E, V> value, List<E> known) {
        this.all = List.copyOf(known);
        all.forEach(each -> byValue.putIfAbsent(value.apply(each), each));
    }

    /** The constants of an enumeration. */
    @SafeVarargs
    @SuppressWarnings("varargs") // They are read, and no more.
    public static <V, E> KnownValues<V, E> of(Function<E, V> value, E... constants) {
        return new KnownValues<>(value, List.of(constants));
    }

    /** The values of an enumeration that has too many for constants. */
    public static <V, E> KnownValues<V, E> of(Function<V, E> made, Function<E, V> value, List<List<V>> portions) {
        List<E> known = new ArrayList<>();
        portions.forEach(portion -> portion.forEach(each -> known.add(made.apply(each))));
        return new KnownValues<>(value, known);
    }

    /** The one of a value, if the contract names it. */
    public Optional<E> get(V value) {
        return Optional.ofNullable(byValue.get(value));
    }

    /** All of them, in the contract's order. */
    public List<E> all() {
        return all;
    }
}
