package dev.countersign.client;

import java.util.Collection;
import java.util.stream.Stream;

/**
 * Server-sent events, handed out while they come (HTML Standard section 9.2). Comments, and what is left of an event when the
 * answer ends, are passed over. Where data is JSON, {@code [DONE]} in its place ends the stream, as several servers mean it.
 *
 * @param <T> what the events carry
 */
public interface EventStream<T> extends ItemStream<ServerSentEvent<T>> {
    /** What the events carry, without their names and identifiers. */
    default Stream<T> data() {
        return stream().map(ServerSentEvent::data);
    }

    /** The last identifier that the server has given, with which another call can go on from there; empty when there was none. */
    String lastEventId();

    /**
     * The same stream, which makes its call again when the answer ends or breaks off, after the time that the server has
     * asked for (else three seconds), and says the last identifier in {@code Last-Event-ID}. It ends when it is closed, when the server
     * answers 204, or when the call cannot be made so many times in a row without an event between. An error's status is
     * thrown as by the first call. A call whose body can be sent but once is not made again.
     */
    EventStream<T> reconnecting(int times);

    /** Events that are there already, for an application's own implementation of a group of calls. */
    static <T> EventStream<T> of(Collection<ServerSentEvent<T>> events) {
        return new HeldEvents<>(ItemStream.of(events));
    }
}
