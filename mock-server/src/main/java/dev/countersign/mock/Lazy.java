package dev.countersign.mock;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for. Two threads may both make it; either result will do. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T value;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T ready = value;
        if (ready == null) {
            ready = maker.get();
            value = ready;
        }
        return ready;
    }
}
