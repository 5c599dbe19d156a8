package dev.countersign.client.runtime.stream;

import dev.countersign.client.EventStream;
import dev.countersign.client.ServerSentEvent;
import dev.countersign.client.TransportException;
import dev.countersign.client.TransportException.Kind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;

/** Events of an answer that is on its way, and of those that follow it when the call is made again. */
@SuppressWarnings("IterableAndIterator") // It is read once, so that each iterator is the same.
final class OpenEvents<T> implements EventStream<T>, OpenStream, Iterator<ServerSentEvent<T>> {
    private static final Set<Kind> LOST = EnumSet.of(Kind.BROKEN, Kind.CONNECT, Kind.TIMEOUT);
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(3);

    private final String operation;
    private final EventSource source;
    private volatile OpenItems<RawEvent, ServerSentEvent<T>> items;
    private Origin origin = Origin.NONE;
    private EventSource current;
    private int most;
    private int left;
    private volatile boolean closed;

    /**
     * Events of an answer.
     *
     * @param source reads them, and knows what the server has said about making the call again
     */
    OpenEvents(String operation, OpenItems<RawEvent, ServerSentEvent<T>> items, EventSource source) {
        this.operation = operation;
        this.items = items;
        this.source = source;
        this.current = source;
    }

    @Override
    public void begin(Origin from) {
        origin = from;
        items.begin(from);
    }

    @Override
    public Iterator<ServerSentEvent<T>> iterator() {
        return this;
    }

    @Override
    public boolean hasNext() {
        boolean lost = false;
        while (!closed) {
            try {
                if (lost) {
                    goOn();
                }
                if (items.hasNext()) {
                    left = most;
                    return true;
                }
                if (current.isOver() || left == 0) {
                    return false;
                }
            } catch (TransportException e) {
                if (!LOST.contains(e.kind()) || left == 0) {
                    throw e;
                }
            }
            lost = true;
            left--;
        }
        return false;
    }

    @Override
    public ServerSentEvent<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the stream has ended");
        }
        return items.next();
    }

    @SuppressWarnings("unchecked") // The same operation gives the same events.
    private void goOn() {
        try {
            origin.pause().sleep(current.pause().orElse(USUAL_PAUSE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(
                    operation, Kind.INTERRUPTED, "the thread was interrupted before the call was made again", e);
        }
        if (!closed && origin.again().apply(current.lastId()) instanceof OpenEvents<?> following) {
            following.source.goOnFrom(current);
            current = following.source;
            items = ((OpenEvents<T>) following).items;
            if (closed) {
                items.close();
            }
        }
    }

    @Override
    public String lastEventId() {
        return current.lastId();
    }

    @Override
    public EventStream<T> reconnecting(int times) {
        most = origin.mayCallAgain() ? times : 0;
        left = most;
        return this;
    }

    @Override
    public void close() {
        closed = true;
        items.close();
    }

    @Override
    public void abort() {
        items.abort();
    }
}
