package dev.countersign.client.runtime.http;

import dev.countersign.client.ClientSettings;
import dev.countersign.client.Connections;
import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.TransportException;
import dev.countersign.client.TransportException.Kind;
import dev.countersign.client.runtime.call.ApiRequest;
import dev.countersign.client.runtime.call.Deadline;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over {@code java.net.http}. It ends a body that trickles when the call's time is up, keeps repeated header
 * fields in order, bounds the length of a body, keeps a status whose body is damaged, and never follows a redirect.
 *
 * <p>Nothing that a connection may hold on to knows the HTTP client (a body's handler, above all): where the JDK cannot
 * close one, its thread and its connections end when it cannot be reached any more.
 */
public final class JdkTransport {
    private final HttpRequests requests;
    private final Connections connections;
    private final long most;
    private final Duration timeout;

    /**
     * Prepares to send.
     *
     * @param readers on which bodies of requests are read that are not held in memory
     */
    public JdkTransport(ClientSettings settings, Executor readers) {
        this.requests = new HttpRequests(settings, readers);
        this.connections = settings.connections();
        this.most = settings.maxResponseBytes();
        this.timeout = settings.timeout();
    }

    /**
     * Sends a request without waiting for its answer.
     *
     * @param intercepted header fields that the client's interceptors have added
     * @return completes with the answer, or fails with a {@link TransportException}
     * @throws TransportFailure when the call's time is over already
     */
    public CompletableFuture<ReceivedResponse> sendAsync(
            ApiRequest request, Map<String, Collection<String>> intercepted, Deadline deadline)
            throws TransportFailure {
        PreparedRequest prepared = requests.of(request, intercepted, deadline);
        Receiver receiver = new Receiver(most, null, request.operation()::streams);
        return AsyncExchange.begin(client(), prepared, receiver, answer(request, receiver), deadline);
    }

    /**
     * Sends a request, and waits for its answer. It blocks rather than waiting for a future, whose completion java.net.http
     * hands to yet another thread.
     *
     * @param intercepted header fields that the client's interceptors have added
     * @param download the file that the body of a success goes to; null when the caller gets it
     * @throws TransportFailure when there is no answer
     */
    public ReceivedResponse send(
            ApiRequest request,
            Map<String, Collection<String>> intercepted,
            Deadline deadline,
            @Nullable Download download)
            throws IOException {
        PreparedRequest prepared = requests.of(request, intercepted, deadline);
        Receiver receiver = new Receiver(most, download, request.operation()::streams);
        Answer answer = answer(request, receiver);
        try {
            HttpResponse<IncomingBody> response = exchanged(prepared, receiver);
            IncomingBody body = response.body();
            if (body == null) {
                throw answer.refusedByProxy(response.statusCode());
            }
            return body instanceof LiveBody live ? answer.live(live) : answer.with(body.await(deadline));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportFailure(Kind.INTERRUPTED, "the calling thread was interrupted", e);
        } catch (IOException e) {
            return answer.brokenOff(e);
        }
    }

    private Answer answer(ApiRequest request, Receiver receiver) {
        return new Answer(request, receiver, most, request.options().timeout().orElse(timeout));
    }

    private HttpResponse<IncomingBody> exchanged(PreparedRequest request, Receiver receiver)
            throws IOException, InterruptedException {
        try {
            return client().send(request, receiver);
        } catch (IOException e) {
            if (FailureReason.isSurplus(e)) {
                return client().send(request.overHttp1(), receiver);
            }
            throw e;
        }
    }

    private HttpClient client() throws TransportFailure {
        return connections.client().orElseThrow(() -> new TransportFailure(Kind.CLOSED, "the client was closed", null));
    }
}
