package dev.countersign.client.runtime.http;

import dev.countersign.client.TransportException.Kind;
import dev.countersign.client.runtime.call.Deadline;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** A body that the caller reads while it comes, when the call has returned. */
final class LiveBody implements IncomingBody, BodySubscriber<IncomingBody> {
    private static final byte[] NOTHING_HELD = {};

    private final Arrivals arrivals = new Arrivals();

    /** Available with the headers. */
    @Override
    public CompletionStage<IncomingBody> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    /** Nothing of it is waited for. */
    @Override
    public byte[] await(Deadline deadline) {
        return NOTHING_HELD;
    }

    /**
     * The body.
     *
     * @param patience how long to wait from one piece to the next
     */
    InputStream read(Duration patience) {
        return arrivals.read(
                () -> patience,
                () -> new TransportFailure(Kind.TIMEOUT, "nothing more came for longer than the call's timeout", null));
    }

    /** Gives the connection up. */
    void stop() {
        arrivals.stop();
    }

    @Override
    public void onSubscribe(Subscription incoming) {
        arrivals.onSubscribe(incoming);
    }

    @Override
    public void onNext(List<ByteBuffer> chunk) {
        arrivals.onNext(chunk);
    }

    @Override
    public void onError(Throwable error) {
        arrivals.onError(error);
    }

    @Override
    public void onComplete() {
        arrivals.onComplete();
    }
}
