package dev.countersign.client.runtime.stream;

import dev.countersign.client.Pause;
import java.util.function.Function;

/**
 * What a stream needs of the client that it comes from.
 *
 * @param most how long an item may be
 * @param pause how to wait before the call is made again
 * @param mayCallAgain whether the call can be made again
 * @param again makes the call again, from the event of this identifier on; returns the stream of the answer
 * @param release told when the stream has ended
 */
public record Origin(long most, Pause pause, boolean mayCallAgain, Function<String, Object> again, Runnable release) {
    /** None yet. */
    static final Origin NONE = new Origin(Long.MAX_VALUE, duration -> {}, false, id -> id, () -> {});
}
