package dev.countersign.mock.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The keys that a JSON text repeats, by their pointers; the first hundred of them. For one thread. */
final class RepeatedKeys implements Consumer<String> {
    private static final int MOST = 100;

    private List<String> pointers = List.of();

    @Override
    public void accept(String pointer) {
        if (pointers.isEmpty()) {
            pointers = new ArrayList<>();
        }
        if (pointers.size() < MOST && !pointers.contains(pointer)) {
            pointers.add(pointer);
        }
    }

    List<String> pointers() {
        return pointers;
    }
}
