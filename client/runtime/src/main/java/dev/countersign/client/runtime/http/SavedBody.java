package dev.countersign.client.runtime.http;

import dev.countersign.client.runtime.call.Deadline;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.zip.ZipException;

/**
 * A body that goes to a file as it comes, so that it may be longer than what memory holds. The caller's thread writes it:
 * the one that hears of it serves other calls, too, and must not wait for a disk.
 */
final class SavedBody implements IncomingBody, BodySubscriber<IncomingBody> {
    private static final byte[] NOTHING_HELD = {};

    private final ContentCoding coding;
    private final Download download;
    private final Arrivals arrivals = new Arrivals();

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
        try (InputStream in = arrivals.read(deadline::left, () -> HeldBody.timeout(null))) {
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
