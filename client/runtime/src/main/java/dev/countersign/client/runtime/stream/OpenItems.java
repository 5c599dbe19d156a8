package dev.countersign.client.runtime.stream;

import dev.countersign.client.DecodingException;
import dev.countersign.client.ItemStream;
import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.TransportException;
import dev.countersign.client.TransportException.Kind;
import dev.countersign.client.runtime.json.MisfitException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The items of an answer that is on its way.
 *
 * @param <R> an item before it is read
 */
@SuppressWarnings("IterableAndIterator") // It is read once, so that each iterator is the same.
final class OpenItems<R, T> implements ItemStream<T>, OpenStream, Iterator<T> {
    private final ReceivedResponse response;
    private final InputStream body;
    private final AtomicLong most;
    private final Source<R> source;
    private final Reading<R, T> reading;
    private volatile Origin origin = Origin.NONE;
    private @Nullable R ahead;
    private long number;
    private boolean ended;
    private volatile boolean aborted;

    /** Reads an item. */
    @FunctionalInterface
    interface Reading<R, T> {
        T read(R item) throws MisfitException;
    }

    /**
     * Items of an answer.
     *
     * @param body what they are in
     * @param most how long an item may be, which is known when the stream begins
     */
    OpenItems(ReceivedResponse response, InputStream body, AtomicLong most, Source<R> source, Reading<R, T> reading) {
        this.response = response;
        this.body = body;
        this.most = most;
        this.source = source;
        this.reading = reading;
    }

    @Override
    public void begin(Origin from) {
        origin = from;
        most.set(from.most());
    }

    @Override
    public Iterator<T> iterator() {
        return this;
    }

    @Override
    public boolean hasNext() {
        if (ahead == null && !ended) {
            advance();
        }
        return ahead != null;
    }

    private void advance() {
        // Unless there is another item, nothing comes any more, whatever the reason.
        ended = true;
        try {
            ahead = source.next();
            ended = ahead == null;
        } catch (Pieces.TooLongException e) {
            throw failed(Kind.TOO_LARGE, "an item is longer than " + most + " bytes; see maxResponseBytes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (ended) {
                close();
            }
        }
        if (ended && aborted) {
            throw failed(Kind.CLOSED, "the client was closed");
        }
    }

    private TransportException failed(Kind kind, String what) {
        return new TransportException(response.operation(), kind, response.status(), what, null);
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the stream has ended");
        }
        R item = Objects.requireNonNull(ahead);
        ahead = null;
        number++;
        try {
            return reading.read(item);
        } catch (MisfitException e) {
            throw new DecodingException(response, "in item " + number + ", " + e.what());
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            // Nothing more is wanted of it.
        }
        origin.release().run();
    }

    @Override
    public void abort() {
        aborted = true;
        close();
    }
}
