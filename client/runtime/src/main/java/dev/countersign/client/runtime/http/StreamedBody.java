package dev.countersign.client.runtime.http;

import dev.countersign.client.TransportException.Kind;
import dev.countersign.client.runtime.body.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A request's body that is read while it is sent, one piece at a time, on threads of its own: the thread that hears that the
 * connection takes more serves other calls, too, and must not wait for a disk or whatever else is read.
 */
final class StreamedBody implements BodyPublisher {
    private static final int PIECE = 16 * 1024;

    private final Payload payload;
    private final Executor readers;

    StreamedBody(Payload payload, Executor readers) {
        this.payload = payload;
        this.readers = readers;
    }

    @Override
    public long contentLength() {
        return payload.length().orElse(-1);
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new Reading(subscriber));
    }

    /** The body on its way, from its beginning. */
    private final class Reading implements Subscription {
        private final Subscriber<? super ByteBuffer> subscriber;
        private final AtomicLong wanted = new AtomicLong();
        private @Nullable InputStream in;
        private volatile boolean ended;

        Reading(Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long pieces) {
            long before = wanted.getAndUpdate(open -> open + pieces < 0 ? Long.MAX_VALUE : open + pieces);
            if (before == 0 && pieces > 0) {
                readers.execute(this::read);
            }
        }

        @Override
        public void cancel() {
            ended = true;
            readers.execute(this::close);
        }

        /** Reads as many pieces as are wanted; one thread at a time, as the count says. */
        private void read() {
            do {
                if (ended) {
                    return;
                }
                try {
                    ByteBuffer piece = next();
                    if (piece == null) {
                        ended = true;
                        close();
                        subscriber.onComplete();
                        return;
                    }
                    subscriber.onNext(piece);
                } catch (IOException | RuntimeException e) {
                    ended = true;
                    close();
                    subscriber.onError(new TransportFailure(Kind.BROKEN, "the body of the request cannot be read", e));
                    return;
                }
            } while (wanted.decrementAndGet() > 0);
        }

        private synchronized @Nullable ByteBuffer next() throws IOException {
            if (in == null) {
                in = payload.open();
            }
            byte[] piece = new byte[PIECE];
            int length = in.readNBytes(piece, 0, PIECE);
            return length == 0 ? null : ByteBuffer.wrap(piece, 0, length);
        }

        private synchronized void close() {
            try {
                if (in != null) {
                    in.close();
                }
            } catch (IOException e) {
                // All that was wanted of it has been read.
            }
        }
    }
}
