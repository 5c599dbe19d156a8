package dev.countersign.client;

import java.util.Collection;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The items of an answer, handed out while they come: JSON lines, JSON text sequences, server-sent events (OAS 3.2 section
 * 4.14.2). No more is held than the item that is read next. It holds its connection until it has been read to its end or is
 * closed, so that it belongs into a {@code try}. One thread reads it; any may close it.
 *
 * @param <T> the type of an item
 */
public interface ItemStream<T> extends Iterable<T>, AutoCloseable {
    /**
     * The items that are still to come; each call returns the same iterator. It waits for them, at most the timeout of the
     * call from one piece of the answer to the next. {@code hasNext} throws a {@link TransportException} when the answer breaks off.
     * {@code next} throws a {@link DecodingException} for an item that does not fit the contract, after which it can be asked
     * for the one behind. When the stream is closed, there are no more.
     */
    @Override
    Iterator<T> iterator();

    /** The same items, of which each is read when it is needed; closing the one closes the other. */
    default Stream<T> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED), false)
                .onClose(this::close);
    }

    /**
     * The same items for one subscriber, as many as it asks for. Cancelling its subscription closes this stream.
     *
     * @param executor on which items are waited for, one thread at a time, as long as any is asked for
     */
    default Flow.Publisher<T> publisher(Executor executor) {
        return new ItemPublisher<>(this, executor);
    }

    /** Gives the connection up if there is more to come. Thread-safe; a thread that waits for an item is told that none comes. */
    @Override
    void close();

    /** Items that are there already, for an application's own implementation of a group of calls. */
    static <T> ItemStream<T> of(Collection<? extends T> items) {
        return new HeldItems<>(items);
    }
}
