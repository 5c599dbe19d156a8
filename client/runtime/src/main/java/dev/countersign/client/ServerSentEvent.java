package dev.countersign.client;

import java.time.Duration;
import java.util.Optional;

/**
 * An event of a {@code text/event-stream} (HTML Standard section 9.2).
 *
 * @param id the last identifier that the server has given, with this event or before it; empty when there was none
 * @param event what kind of event it is; {@code message} where the server does not say
 * @param data what it carries
 * @param retry how long the server wants a client to wait before it connects again, where it said so with this event
 */
public record ServerSentEvent<T>(String id, String event, T data, Optional<Duration> retry) {
    /** An event that only carries data. */
    public static <T> ServerSentEvent<T> of(T data) {
        return new ServerSentEvent<>("", "message", data, Optional.empty());
    }

    /** Without the data, which may hold secrets. */
    @Override
    public String toString() {
        return "ServerSentEvent[id=" + id + ", event=" + event + "]";
    }
}
