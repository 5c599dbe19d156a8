package dev.countersign.client.runtime.call;

import java.time.Duration;

/** A point of monotonic time by which a call must be over. */
public record Deadline(long nanos) {
    /** So far from now. */
    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** What is left; never negative. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }
}
