package dev.countersign.client;

import java.util.Iterator;

/** Events that need not be waited for. */
@SuppressWarnings("IterableAndIterator") // It is read once, so that each iterator is the same.
final class HeldEvents<T> implements EventStream<T>, Iterator<ServerSentEvent<T>> {
    private final ItemStream<ServerSentEvent<T>> events;
    private String lastEventId = "";

    HeldEvents(ItemStream<ServerSentEvent<T>> events) {
        this.events = events;
    }

    @Override
    public Iterator<ServerSentEvent<T>> iterator() {
        return this;
    }

    @Override
    public boolean hasNext() {
        return events.iterator().hasNext();
    }

    @Override
    public ServerSentEvent<T> next() {
        ServerSentEvent<T> event = events.iterator().next();
        lastEventId = event.id();
        return event;
    }

    @Override
    public String lastEventId() {
        return lastEventId;
    }

    @Override
    public EventStream<T> reconnecting(int times) {
        return this;
    }

    @Override
    public void close() {
        events.close();
    }
}
