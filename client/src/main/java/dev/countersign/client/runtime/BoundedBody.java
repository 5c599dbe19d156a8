package dev.countersign.client.runtime;

import dev.countersign.client.TransportException.Kind;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Collects a body, and stops it when it grows longer than is allowed. */
final class BoundedBody implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();
    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private final long most;
    private long received;
    private @Nullable Subscription subscription;

    BoundedBody(long most) {
        this.most = most;
        body.getBody().whenComplete((bytes, error) -> {
            if (error == null) {
                result.complete(bytes);
            } else {
                result.completeExceptionally(error);
            }
        });
    }

    static TransportFailure tooLarge(long most) {
        return new TransportFailure(
                Kind.TOO_LARGE, "the body is longer than " + most + " bytes; see maxResponseBytes", null);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
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
        if (received > most && subscription != null) {
            subscription.cancel();
            result.completeExceptionally(tooLarge(most));
        } else {
            body.onNext(chunk);
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
