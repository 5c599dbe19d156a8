package dev.countersign.client;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The items of a list that the server hands out in pages. Nothing is asked for before it is needed: the first page with the
 * first item, each further page when all items of the one before it were taken. A
 * loop that ends early makes no further call.
 *
 * <p>Each iterator and each stream begins with the first page again. What the plain call throws, they throw when they come
 * to the page; the same page is asked for again when they go on. Immutable and thread-safe; an iterator is for one thread.
 *
 * @param <T> the type of the items
 */
public final class Pager<T> implements Iterable<T> {
    private final Iterable<Page<T>> pages;
    private final long most;

    private Pager(Iterable<Page<T>> pages, long most) {
        this.pages = pages;
        this.most = most;
    }

    /** The items of these pages; for generated code, and for applications that stand in for a client. */
    public static <T> Pager<T> of(Iterable<Page<T>> pages) {
        return new Pager<>(pages, Long.MAX_VALUE);
    }

    /**
     * The same, but not more than so many items. No page is asked for that would hold none of them.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public Pager<T> maxItems(long items) {
        if (items < 0) {
            throw new IllegalArgumentException("maxItems must not be negative, was " + items);
        }
        return new Pager<>(pages, Math.min(most, items));
    }

    /** The pages, each as the server sent it, however many items are wanted at most. */
    public Iterable<Page<T>> pages() {
        return pages;
    }

    /** The items, one after the other. */
    @Override
    public Iterator<T> iterator() {
        return new Items<>(pages.iterator(), most);
    }

    /** The items as a sequential stream, in the server's order. It needs no closing. */
    public Stream<T> stream() {
        int traits = Spliterator.ORDERED | Spliterator.IMMUTABLE;
        return StreamSupport.stream(() -> Spliterators.spliteratorUnknownSize(iterator(), traits), traits, false);
    }

    private static final class Items<T> implements Iterator<T> {
        private final Iterator<Page<T>> pages;
        private Iterator<T> page = List.<T>of().iterator();
        private long left;

        private Items(Iterator<Page<T>> pages, long most) {
            this.pages = pages;
            this.left = most;
        }

        @Override
        public boolean hasNext() {
            while (left > 0 && !page.hasNext() && pages.hasNext()) {
                page = pages.next().items().iterator();
            }
            return left > 0 && page.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            left--;
            return page.next();
        }
    }
}
