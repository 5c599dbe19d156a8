package dev.countersign.mock.server;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds how many bytes all exchanges together may hold at a time. Thread-safe. */
public final class MemoryBudget {
    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    /** A budget of so many bytes. */
    public MemoryBudget(long limit) {
        this.limit = limit;
    }

    /** Half of the memory that the JVM may use. */
    public static MemoryBudget ofHeap() {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / 2);
    }

    /** The whole budget in bytes. */
    public long limit() {
        return limit;
    }

    /** Takes so many bytes, all or none; each successful call is followed by one of {@link #release(long)}. */
    public boolean reserve(long bytes) {
        if (taken.addAndGet(bytes) <= limit) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    /** Gives bytes back. */
    public void release(long bytes) {
        taken.addAndGet(-bytes);
    }
}
