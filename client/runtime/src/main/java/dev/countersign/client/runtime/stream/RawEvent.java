package dev.countersign.client.runtime.stream;

import dev.countersign.client.ServerSentEvent;
import java.time.Duration;
import java.util.Optional;

/**
 * An event before its data is read.
 *
 * @param id the last identifier that was given, with this event or before it
 * @param event what kind of event it is
 * @param data the lines of data
 * @param retry what the server has said with this event about making the call again
 */
record RawEvent(String id, String event, String data, Optional<Duration> retry) {
    /** The event, with its data as it was read. */
    <T> ServerSentEvent<T> with(T value) {
        return new ServerSentEvent<>(id, event, value, retry);
    }
}
