package dev.countersign.client.runtime.http;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Receives one answer: it remembers its head, which {@code java.net.http} may lose when the body fails at once, and says
 * what becomes of its body. It must not know the HTTP client, see {@link JdkTransport}.
 */
final class Receiver implements BodyHandler<IncomingBody> {
    private final long most;
    private final @Nullable Download download;
    private final IntPredicate streams;
    private volatile @Nullable ResponseInfo head;

    /**
     * Begins to receive.
     *
     * @param most the longest body that is held, in bytes
     * @param download the file that the body of a success goes to; null when the caller gets it
     * @param streams the statuses of answers that the caller gets while they come
     */
    Receiver(long most, @Nullable Download download, IntPredicate streams) {
        this.most = most;
        this.download = download;
        this.streams = streams;
    }

    @Override
    public BodySubscriber<IncomingBody> apply(ResponseInfo info) {
        head = info;
        // An error's body is held, whatever becomes of the others.
        if (download != null && info.statusCode() / 100 == 2) {
            ContentCoding coding = ContentCoding.of(info.headers());
            if (coding.unknown().isEmpty()) {
                return new SavedBody(coding, download);
            }
        }
        return download == null && streams.test(info.statusCode()) ? new LiveBody() : new HeldBody(most);
    }

    /** Status and headers; absent while they have not come. */
    Optional<ResponseInfo> head() {
        return Optional.ofNullable(head);
    }
}
