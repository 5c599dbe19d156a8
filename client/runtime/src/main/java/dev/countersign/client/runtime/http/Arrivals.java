package dev.countersign.client.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A body as the thread reads it that wants it: more is asked for when it has read what there was, so that no more than one
 * chunk is held. The thread that hears of the body serves other calls, too, and waits for nothing.
 */
final class Arrivals implements Subscriber<List<ByteBuffer>> {
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private volatile @Nullable Subscription subscription;
    private volatile boolean stopped;

    /** One chunk, or the end of the body, which may be a failure. No other is asked for meanwhile. */
    private record Arrival(
            Queue<ByteBuffer> chunk, boolean last, @Nullable Throwable failure) {}

    @Override
    public void onSubscribe(Subscription incoming) {
        subscription = incoming;
        if (stopped) {
            incoming.cancel();
        } else {
            incoming.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> chunk) {
        arrivals.add(new Arrival(new ArrayDeque<>(chunk), false, null));
    }

    @Override
    public void onError(Throwable error) {
        arrivals.add(new Arrival(new ArrayDeque<>(), true, error));
    }

    @Override
    public void onComplete() {
        arrivals.add(new Arrival(new ArrayDeque<>(), true, null));
    }

    /** Gives the connection up if there is more to come; to whoever waits for it, this is the end. Thread-safe. */
    void stop() {
        stopped = true;
        Subscription running = subscription;
        if (running != null) {
            running.cancel();
        }
        onComplete();
    }

    /**
     * The body, read by one thread.
     *
     * @param patience how long to wait for what comes next
     * @param late what is thrown when it has not come by then
     */
    InputStream read(Supplier<Duration> patience, Supplier<TransportFailure> late) {
        return new Incoming(patience, late);
    }

    private final class Incoming extends InputStream {
        private final Supplier<Duration> patience;
        private final Supplier<TransportFailure> late;
        private Queue<ByteBuffer> chunk = new ArrayDeque<>();
        private boolean begun;
        private boolean ended;

        Incoming(Supplier<Duration> patience, Supplier<TransportFailure> late) {
            this.patience = patience;
            this.late = late;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            for (ByteBuffer next = chunk.peek(); !stopped; next = chunk.peek()) {
                if (next == null) {
                    if (ended) {
                        return -1;
                    }
                    arrive();
                } else if (next.hasRemaining()) {
                    int taken = Math.min(length, next.remaining());
                    next.get(into, offset, taken);
                    return taken;
                } else {
                    chunk.remove();
                }
            }
            return -1;
        }

        private void arrive() throws IOException {
            Subscription source = subscription;
            if (begun && source != null) {
                source.request(1);
            }
            begun = true;
            Arrival next = take();
            if (next.failure() != null) {
                throw next.failure() instanceof IOException broken ? broken : new IOException(next.failure());
            }
            chunk = next.chunk();
            ended = next.last();
        }

        private Arrival take() throws IOException {
            try {
                long left = patience.get().toNanos();
                Arrival next = left == 0 ? null : arrivals.poll(left, TimeUnit.NANOSECONDS);
                if (next == null) {
                    throw late.get();
                }
                return next;
            } catch (InterruptedException e) {
                throw (IOException) new InterruptedIOException().initCause(e);
            }
        }

        @Override
        public void close() {
            if (!ended) {
                stop();
            }
        }
    }
}
