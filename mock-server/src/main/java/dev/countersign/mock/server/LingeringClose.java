package dev.countersign.mock.server;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * Reads on, for a while, what is not needed any more, after it has been answered: a connection that is closed under a client which is
 * still sending is reset, and the client never sees the answer (RFC 9112 section 9.6).
 */
final class LingeringClose implements Runnable {
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final long MOST_SECONDS = 2;

    private final Request request;
    private final Callback callback;
    private boolean ended;
    private long bytes;

    private LingeringClose(Request request, Callback callback) {
        this.request = request;
        this.callback = callback;
    }

    /** Takes the place of a callback that would end the exchange at once. */
    static Callback of(Request request, Callback callback) {
        // Who waits for leave to send (RFC 9110 section 10.1.1) sends nothing once he is answered.
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            return callback;
        }
        LingeringClose close = new LingeringClose(request, callback);
        return Callback.from(
                () -> {
                    request.getComponents().getScheduler().schedule(close::end, MOST_SECONDS, TimeUnit.SECONDS);
                    close.run();
                },
                callback::failed);
    }

    /**
     * Reads what comes until there is no more. The end that the clock sets comes from another thread; while it does, nothing
     * may be read: both would give the same buffer back, and other connections would find each other's bytes in it.
     */
    @Override
    public void run() {
        boolean last = false;
        while (!last) {
            synchronized (this) {
                if (ended) {
                    return;
                }
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                bytes += chunk.remaining();
                last = chunk.isLast() || Content.Chunk.isFailure(chunk) || bytes > MOST_BYTES;
                chunk.release();
            }
        }
        end();
    }

    private void end() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        callback.succeeded();
    }
}
