package dev.countersign.client;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Items that need not be waited for. */
@SuppressWarnings("IterableAndIterator") // It is read once, so that each iterator is the same.
final class HeldItems<T> implements ItemStream<T>, Iterator<T> {
    private final Iterator<T> items;
    private volatile boolean closed;

    HeldItems(Collection<? extends T> items) {
        this.items = List.<T>copyOf(items).iterator();
    }

    @Override
    public Iterator<T> iterator() {
        return this;
    }

    @Override
    public boolean hasNext() {
        return !closed && items.hasNext();
    }

    @Override
    public T next() {
        if (closed) {
            throw new NoSuchElementException();
        }
        return items.next();
    }

    @Override
    public void close() {
        closed = true;
    }
}
