package dev.countersign.client.runtime.http;

import dev.countersign.client.runtime.call.Deadline;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A body for which the caller's thread waits itself, so that no other needs to watch the clock. */
final class AwaitedBody implements Body, BodySubscriber<Body> {
    private final BoundedBody body;

    AwaitedBody(BoundedBody body) {
        this.body = body;
    }

    /** Available with the headers. */
    @Override
    public CompletionStage<Body> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    /** Gives its connection up, too. */
    @Override
    public byte[] await(Deadline deadline) throws IOException, InterruptedException {
        try {
            return body.result().get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            TransportFailure late = BoundedBody.timeout(null);
            body.stop(late);
            throw late;
        } catch (InterruptedException e) {
            body.stop(BoundedBody.timeout(null));
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        body.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> chunk) {
        body.onNext(chunk);
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
