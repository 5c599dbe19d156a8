package dev.countersign.client.runtime.http;

import dev.countersign.client.TransportException.Kind;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Collects a body, and stops it when it grows longer, or takes longer, than is allowed. */
final class BoundedBody implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();
    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private final long most;
    private final Duration left;
    private long received;
    private volatile @Nullable Subscription subscription;

    BoundedBody(long most, Duration left) {
        this.most = most;
        this.left = left;
        body.getBody().whenComplete((bytes, error) -> {
            if (error == null) {
                result.complete(bytes);
            } else {
                result.completeExceptionally(error);
            }
        });
    }

    static TransportFailure timeout(@Nullable Throwable cause) {
        return new TransportFailure(Kind.TIMEOUT, "the call took longer than its timeout", cause);
    }

    static TransportFailure tooLarge(long most) {
        return new TransportFailure(
                Kind.TOO_LARGE, "the body is longer than " + most + " bytes; see maxResponseBytes", null);
    }

    /** Sets the clock, unless the body came along with the headers, as most do: then nobody needs to watch it. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // The result tells what came of it.
    public CompletionStage<byte[]> getBody() {
        if (!result.isDone()) {
            // The copy runs out of time; the result then says so in our words, and the connection is given up.
            result.copy().orTimeout(left.toNanos(), TimeUnit.NANOSECONDS).whenComplete((bytes, error) -> {
                if (error instanceof TimeoutException) {
                    stop(timeout(null));
                }
            });
        }
        return result;
    }

    CompletableFuture<byte[]> result() {
        return result;
    }

    @Override
    public void onSubscribe(Subscription incoming) {
        subscription = incoming;
        body.onSubscribe(incoming);
    }

    @Override
    public void onNext(List<ByteBuffer> chunk) {
        for (ByteBuffer buffer : chunk) {
            received += buffer.remaining();
        }
        if (received > most) {
            stop(tooLarge(most));
        } else {
            body.onNext(chunk);
        }
    }

    void stop(TransportFailure why) {
        result.completeExceptionally(why);
        Subscription running = subscription;
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    public void onError(Throwable error) {
        body.onError(error);
    }

    @Override
    public void onComplete() {
        body.onComplete();
    }
}
