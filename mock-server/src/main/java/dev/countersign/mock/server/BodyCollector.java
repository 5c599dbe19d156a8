package dev.countersign.mock.server;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Collects a request's body up to a limit, in one array where its length is announced. */
abstract class BodyCollector implements Runnable {
    private static final byte[] EMPTY = {};

    private final Request request;
    private final int limit;
    private final BodyMemory memory;
    private byte[] body = EMPTY;
    private int length;

    BodyCollector(Request request, int limit, BodyMemory memory) {
        this.request = request;
        this.limit = limit;
        this.memory = memory;
    }

    abstract void onBody(byte[] collected);

    abstract void onTooLarge();

    /** Other requests hold what memory there is. */
    abstract void onOverload();

    abstract void onFailure(Throwable failure);

    @Override
    public final void run() {
        boolean complete;
        try {
            complete = collect();
        } catch (OutOfMemoryError e) {
            body = EMPTY;
            onOverload();
            return;
        }
        if (complete) {
            onBody(length == body.length ? body : Arrays.copyOf(body, length));
        }
    }

    /** Reads what has come; false when there is more to come, or the request was given up. */
    private boolean collect() {
        if (request.getLength() > limit) {
            onTooLarge();
            return false;
        }
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return false;
            }
            if (Content.Chunk.isFailure(chunk)) {
                onFailure(chunk.getFailure());
                return false;
            }
            boolean fits = chunk.remaining() <= limit - length;
            boolean held = fits && append(chunk.getByteBuffer());
            boolean last = chunk.isLast();
            chunk.release();
            if (!fits) {
                onTooLarge();
                return false;
            }
            if (!held) {
                onOverload();
                return false;
            }
            if (last) {
                return true;
            }
        }
    }

    private boolean append(ByteBuffer bytes) {
        int more = bytes.remaining();
        if (length + more > body.length) {
            int capacity = Math.min(limit, BodyGrowth.next(body.length, length + more, request.getLength()));
            if (!memory.hold(capacity)) {
                return false;
            }
            body = Arrays.copyOf(body, capacity);
        }
        bytes.get(body, length, more);
        length += more;
        return true;
    }
}
