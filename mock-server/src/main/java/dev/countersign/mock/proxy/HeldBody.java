package dev.countersign.mock.proxy;

import dev.countersign.mock.server.BodyGrowth;
import dev.countersign.mock.server.MemoryBudget;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A body that is held until it is there as a whole. When it grows too long or takes too much time, what has come so far and
 * all that follows can be passed on instead: then it is a source again.
 */
final class HeldBody implements Content.Source {
    private static final byte[] EMPTY = {};
    private static final int RESERVED_AT_ONCE = 64 * 1024;

    private final Content.Source source;
    private final long announced;
    private final long limit;
    private final MemoryBudget budget;
    private final Outcome outcome;
    private byte[] held = EMPTY;
    private int length;
    private long reserved;
    private boolean holding = true;
    private boolean demanded;
    private @Nullable Runnable waiting;
    private Scheduler.@Nullable Task limitOfTime;

    /** Hears once of what became of the body. */
    interface Outcome {
        void whole(byte[] body);

        /** It is longer than the limit, or there is no memory for it. */
        void tooLong(HeldBody rest);

        void failed(Throwable failure);
    }

    /**
     * @param announced how long it is said to be, in bytes; -1 when nothing is said
     */
    HeldBody(Content.Source source, long announced, long limit, MemoryBudget budget, Outcome outcome) {
        this.source = source;
        this.announced = Math.min(announced, limit);
        this.limit = limit;
        this.budget = budget;
        this.outcome = outcome;
    }

    /**
     * Begins.
     *
     * @param patience schedules what is done when it takes too long; asked only when the body does not come at once
     */
    void hold(Supplier<Scheduler.Task> patience) {
        available();
        synchronized (this) {
            if (!holding) {
                return;
            }
        }
        Scheduler.Task task = patience.get();
        synchronized (this) {
            if (holding) {
                limitOfTime = task;
                return;
            }
        }
        task.cancel();
    }

    /** Stops holding; false when there is nothing left to stop. The caller that gets true reads on, or fails it. */
    synchronized boolean release() {
        boolean released = holding;
        holding = false;
        return released;
    }

    private void available() {
        Runnable reader;
        synchronized (this) {
            demanded = false;
            reader = waiting;
            waiting = null;
        }
        if (reader != null) {
            reader.run();
        } else {
            readWhileHolding();
        }
    }

    private void readWhileHolding() {
        while (true) {
            Content.Chunk chunk;
            boolean fits;
            boolean goesOn;
            synchronized (this) {
                if (!holding) {
                    return;
                }
                chunk = source.read();
                if (chunk == null) {
                    demanded = true;
                    source.demand(this::available);
                    return;
                }
                fits = Content.Chunk.isFailure(chunk) || keep(chunk.getByteBuffer());
                goesOn = fits && !chunk.isLast() && !Content.Chunk.isFailure(chunk);
                holding = goesOn;
            }
            boolean last = chunk.isLast();
            chunk.release();
            if (!goesOn) {
                endPatience();
            }
            if (Content.Chunk.isFailure(chunk)) {
                free();
                source.fail(chunk.getFailure());
                outcome.failed(chunk.getFailure());
                return;
            }
            if (!fits) {
                outcome.tooLong(this);
                return;
            }
            if (last) {
                outcome.whole(taken());
                free();
                return;
            }
        }
    }

    /** A task that waits keeps the whole exchange in memory. */
    private synchronized void endPatience() {
        if (limitOfTime != null) {
            limitOfTime.cancel();
            limitOfTime = null;
        }
    }

    /** The bytes are kept in any case, so that they can be passed on. */
    private boolean keep(ByteBuffer bytes) {
        int more = bytes.remaining();
        if (length + more > held.length) {
            held = Arrays.copyOf(held, BodyGrowth.next(held.length, length + more, announced));
        }
        bytes.get(held, length, more);
        length += more;
        while (reserved < held.length) {
            if (!budget.reserve(RESERVED_AT_ONCE)) {
                return false;
            }
            reserved += RESERVED_AT_ONCE;
        }
        return length <= limit;
    }

    private synchronized byte[] taken() {
        return length == held.length ? held : Arrays.copyOf(held, length);
    }

    private synchronized void free() {
        held = EMPTY;
        length = 0;
        budget.release(reserved);
        reserved = 0;
    }

    @Override
    public Content.@Nullable Chunk read() {
        byte[] first;
        synchronized (this) {
            first = taken();
            free();
            if (first.length == 0 && demanded) {
                return null; // A source is not read while a demand is open; when it is met, the reader is called.
            }
        }
        return first.length > 0 ? Content.Chunk.from(ByteBuffer.wrap(first), false) : source.read();
    }

    @Override
    public void demand(Runnable onAvailable) {
        boolean now;
        synchronized (this) {
            now = length > 0;
            if (!now) {
                waiting = onAvailable;
                if (demanded) {
                    return;
                }
                demanded = true;
            }
        }
        if (now) {
            onAvailable.run();
        } else {
            source.demand(this::available);
        }
    }

    @Override
    public void fail(Throwable failure) {
        release();
        free();
        source.fail(failure);
    }
}
