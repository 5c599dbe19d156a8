package dev.countersign.client;

import java.util.List;
import java.util.OptionalLong;

/**
 * One page of a list that the server hands out in parts. Immutable, as far as {@code T} is.
 *
 * @param <T> the type of its items
 * @param items what is on it, in the server's order; may be empty
 * @param total how many items all pages have together, where the contract says which property tells; it may change from one
 *     page to the next
 * @param response the answer that it came with
 */
public record Page<T>(List<T> items, OptionalLong total, ApiResponse<?> response) {
    public Page {
        items = List.copyOf(items);
    }

    /** What kind of answer it came with and how many items it has, without any of them. */
    @Override
    public String toString() {
        return response + ", " + items.size() + " items";
    }
}
