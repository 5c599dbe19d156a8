package dev.countersign.client.runtime;

import java.time.Duration;

/** A point of monotonic time by which a call must be over. */
record Deadline(long nanos) {
    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    static Deadline never() {
        return in(Duration.ofDays(1));
    }

    /** What is left; never negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }
}
