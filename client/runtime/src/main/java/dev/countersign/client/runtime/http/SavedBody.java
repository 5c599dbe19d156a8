package dev.countersign.client.runtime.http;

import dev.countersign.client.runtime.call.Deadline;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A body that goes to a file as it comes, so that it may be longer than what memory holds. The caller's thread writes it:
 * the one that hears of it serves other calls, too, and must not wait for a disk.
 */
final class SavedBody implements IncomingBody, BodySubscriber<IncomingBody> {
    private static final byte[] NOTHING_HELD = {};

    private final ContentCoding coding;
    private final Download download;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private volatile @Nullable Subscription subscription;

    /** One chunk, or the end of the body, which may be a failure. No other is asked for meanwhile. */
    private record Arrival(
            Queue<ByteBuffer> chunk, boolean last, @Nullable Throwable failure) {}

    SavedBody(ContentCoding coding, Download download) {
        this.coding = coding;
        this.download = download;
    }

    /** Available with the headers. */
    @Override
    public CompletionStage<IncomingBody> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public byte[] await(Deadline deadline) throws IOException, InterruptedException {
        try (InputStream in = new Incoming(deadline)) {
            download.fill(coding.decoded(in));
            return NOTHING_HELD;
        } catch (InterruptedIOException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        } catch (ZipException | EOFException e) {
            throw ContentCoding.damaged(e);
        }
    }

    @Override
    public void onSubscribe(Subscription incoming) {
        subscription = incoming;
        incoming.request(1);
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

    /** The body as the caller's thread reads it, which asks for more when it has written what there was. */
    private final class Incoming extends InputStream {
        private final Deadline deadline;
        private Queue<ByteBuffer> chunk = new ArrayDeque<>();
        private boolean begun;
        private boolean ended;

        Incoming(Deadline deadline) {
            this.deadline = deadline;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            for (ByteBuffer next = chunk.peek(); ; next = chunk.peek()) {
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
                long left = deadline.left().toNanos();
                Arrival next = left == 0 ? null : arrivals.poll(left, TimeUnit.NANOSECONDS);
                if (next == null) {
                    throw HeldBody.timeout(null);
                }
                return next;
            } catch (InterruptedException e) {
                throw (IOException) new InterruptedIOException().initCause(e);
            }
        }

        /** Gives the connection up, if there is more to come. */
        @Override
        public void close() {
            Subscription running = subscription;
            if (!ended && running != null) {
                running.cancel();
            }
        }
    }
}
