package dev.countersign.mock.proxy;

import dev.countersign.mock.server.MemoryBudget;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * A body that is held until it is there as a whole. When it grows too long or takes too much time, what has come so far and
 * all that follows can be passed on instead: then it is a source again.
 */
final class HeldBody implements Content.Source {
    private static final int RESERVED_AT_ONCE = 64 * 1024;

    private final Content.Source source;
    private final long limit;
    private final MemoryBudget budget;
    private final Outcome outcome;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private long reserved;
    private boolean holding = true;
    private boolean demanded;
    private @Nullable Runnable waiting;

    /** Hears once of what became of the body. */
    interface Outcome {
        void whole(byte[] body);

        /** It is longer than the limit, or there is no memory for it. */
        void tooLong(HeldBody rest);

        void failed(Throwable failure);
    }

    HeldBody(Content.Source source, long limit, MemoryBudget budget, Outcome outcome) {
        this.source = source;
        this.limit = limit;
        this.budget = budget;
        this.outcome = outcome;
    }

    /** Begins. */
    void hold() {
        available();
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
                holding = fits && !chunk.isLast() && !Content.Chunk.isFailure(chunk);
            }
            boolean last = chunk.isLast();
            chunk.release();
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
                byte[] whole = held.toByteArray();
                outcome.whole(whole);
                free();
                return;
            }
        }
    }

    /** The bytes are kept in any case, so that they can be passed on. */
    private boolean keep(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        held.writeBytes(copy);
        while (reserved < held.size()) {
            if (!budget.reserve(RESERVED_AT_ONCE)) {
                return false;
            }
            reserved += RESERVED_AT_ONCE;
        }
        return held.size() <= limit;
    }

    private synchronized void free() {
        held.reset();
        budget.release(reserved);
        reserved = 0;
    }

    @Override
    public Content.@Nullable Chunk read() {
        byte[] first;
        synchronized (this) {
            first = held.toByteArray();
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
            now = held.size() > 0;
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
