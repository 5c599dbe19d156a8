package dev.countersign.client.runtime.http;

import dev.countersign.client.TransportException.Kind;
import dev.countersign.client.runtime.call.Deadline;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A body that is collected in memory, and stopped when it grows longer, or takes longer, than is allowed. */
final class HeldBody implements IncomingBody, BodySubscriber<IncomingBody> {
    /** No array of Java is longer. */
    private static final int LONGEST = Integer.MAX_VALUE - 8;

    private final List<ByteBuffer> pieces = new ArrayList<>();
    private final CompletableFuture<byte[]> content = new CompletableFuture<>();
    private final long most;
    private long received;
    private volatile @Nullable Subscription subscription;

    HeldBody(long most) {
        this.most = Math.min(most, LONGEST);
    }

    static TransportFailure timeout(@Nullable Throwable cause) {
        return new TransportFailure(Kind.TIMEOUT, "the call took longer than its timeout", cause);
    }

    static TransportFailure tooLarge(long most) {
        return new TransportFailure(
                Kind.TOO_LARGE, "the body is longer than " + most + " bytes; see maxResponseBytes", null);
    }

    /** Available with the headers, so that the status is known whatever becomes of the body. */
    @Override
    public CompletionStage<IncomingBody> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public byte[] await(Deadline deadline) throws IOException, InterruptedException {
        try {
            return content.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            TransportFailure late = timeout(null);
            stop(late);
            throw late;
        } catch (InterruptedException e) {
            stop(timeout(null));
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    /** The content, for which no thread waits. A clock is set unless it came along with the headers, as most does. */
    @SuppressWarnings("FutureReturnValueIgnored") // The content tells what came of it.
    CompletableFuture<byte[]> arriving(Deadline deadline) {
        if (!content.isDone()) {
            // The copy runs out of time; the content then says so in our words, and the connection is given up.
            content.copy()
                    .orTimeout(deadline.left().toNanos(), TimeUnit.NANOSECONDS)
                    .whenComplete((bytes, error) -> {
                        if (error instanceof TimeoutException) {
                            stop(timeout(null));
                        }
                    });
        }
        return content;
    }

    /** Gives the connection up, if there is more to come: now, or as soon as the body begins to come. Thread-safe. */
    void stop(TransportFailure why) {
        if (content.completeExceptionally(why)) {
            Subscription running = subscription;
            if (running != null) {
                running.cancel();
            }
        }
    }

    @Override
    public void onSubscribe(Subscription incoming) {
        subscription = incoming;
        if (content.isDone()) {
            incoming.cancel();
        } else {
            incoming.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> chunk) {
        for (ByteBuffer buffer : chunk) {
            received += buffer.remaining();
        }
        if (received > most) {
            stop(tooLarge(most));
        } else {
            pieces.addAll(chunk);
        }
    }

    @Override
    public void onError(Throwable error) {
        pieces.clear();
        content.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        byte[] whole = new byte[(int) received];
        int filled = 0;
        for (ByteBuffer piece : pieces) {
            int length = piece.remaining();
            piece.get(whole, filled, length);
            filled += length;
        }
        pieces.clear();
        content.complete(whole);
    }
}
