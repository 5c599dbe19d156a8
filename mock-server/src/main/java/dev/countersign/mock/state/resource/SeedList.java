package dev.countersign.mock.state.resource;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the collections of a resource begin with, made when one is first asked for: a document may have a thousand. Thread-safe. */
final class SeedList {
    private final Supplier<List<Seed>> maker;
    private @Nullable List<Seed> made;

    SeedList(Supplier<List<Seed>> maker) {
        this.maker = maker;
    }

    synchronized List<Seed> get() {
        List<Seed> ready = made;
        if (ready == null) {
            ready = List.copyOf(maker.get());
            made = ready;
        }
        return ready;
    }
}
