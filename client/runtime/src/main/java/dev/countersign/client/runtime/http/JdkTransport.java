package dev.countersign.client.runtime.http;

import dev.countersign.client.ClientSettings;
import dev.countersign.client.Headers;
import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.TransportException;
import dev.countersign.client.TransportException.Kind;
import dev.countersign.client.runtime.body.Payload;
import dev.countersign.client.runtime.call.ApiRequest;
import dev.countersign.client.runtime.call.Deadline;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over {@code java.net.http}. It ends a body that trickles when the call's time is up, keeps repeated header
 * fields in order, bounds the length of a body, and never follows a redirect.
 */
public final class JdkTransport {
    private final ClientSettings settings;

    public JdkTransport(ClientSettings settings) {
        this.settings = settings;
    }

    private ReceivedResponse received(ApiRequest request, HttpResponse<?> response, byte[] body) throws IOException {
        byte[] content = ContentEncoding.decode(
                body, response.headers().allValues("Content-Encoding"), settings.maxResponseBytes());
        return new ReceivedResponse(
                request.operation().name(),
                response.statusCode(),
                Headers.of(response.headers().map()),
                content);
    }

    /**
     * Sends a request without waiting for its answer.
     *
     * @param intercepted header fields that the client's interceptors have added
     * @return completes with the answer, or fails with a {@link TransportException}
     * @throws TransportFailure when the call's time is over already
     */
    @SuppressWarnings("FutureReturnValueIgnored") // The answer tells how it ended.
    public CompletableFuture<ReceivedResponse> sendAsync(
            ApiRequest request, Map<String, Collection<String>> intercepted, Deadline deadline)
            throws TransportFailure {
        CompletableFuture<HttpResponse<byte[]>> sent =
                settings.httpClient().sendAsync(httpRequest(request, intercepted, deadline), body(deadline));
        CompletableFuture<ReceivedResponse> answer = new CompletableFuture<>();
        String operation = request.operation().name();
        sent.whenComplete((response, error) -> {
            try {
                if (error != null) {
                    throw failure(origin(error), request);
                }
                answer.complete(received(request, response, response.body()));
            } catch (TransportFailure e) {
                answer.completeExceptionally(e.of(operation));
            } catch (IOException | RuntimeException | Error e) {
                answer.completeExceptionally(failure(e, request).of(operation));
            }
        });
        // What is cancelled here would otherwise run on there.
        answer.whenComplete((response, error) -> sent.cancel(true));
        return answer;
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
        HttpRequest prepared = httpRequest(request, intercepted, deadline);
        try {
            HttpResponse<Body> response =
                    settings.httpClient().send(prepared, info -> awaited(info, deadline, download));
            return received(request, response, response.body().await(deadline));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportFailure(Kind.INTERRUPTED, "the calling thread was interrupted", e);
        } catch (IOException e) {
            throw failure(e, request);
        }
    }

    /** The request's own timeout ends with the headers; the body has the rest of the call's time. */
    private HttpRequest httpRequest(ApiRequest request, Map<String, Collection<String>> intercepted, Deadline deadline)
            throws TransportFailure {
        Duration left = deadline.left();
        if (left.isZero()) {
            throw BoundedBody.timeout(null);
        }
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(request.base() + request.target()))
                .timeout(left);
        Payload payload = request.payload();
        builder.method(
                request.operation().method(),
                payload == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(payload.content()));
        headers(request, intercepted).forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    /** Later ones win: the contract's own, the client's, the call's parameters, the caller's for this call. */
    private Map<String, List<String>> headers(ApiRequest request, Map<String, Collection<String>> intercepted) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Accept", List.of(request.operation().accept()));
        headers.put("User-Agent", List.of(settings.userAgent()));
        Payload payload = request.payload();
        if (payload != null) {
            headers.put("Content-Type", List.of(payload.contentType()));
        }
        settings.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        intercepted.forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
        // Feign's, when an interceptor gives its template a body; what is sent is the call's own.
        headers.remove("Content-Length");
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        request.options().headers().forEach((name, value) -> headers.put(name, List.of(value)));
        headers.forEach(HeaderRules::check);
        return headers;
    }

    /** An error's body is held, whatever becomes of the others. */
    private BodySubscriber<Body> awaited(ResponseInfo info, Deadline deadline, @Nullable Download download) {
        return download != null && info.statusCode() / 100 == 2
                ? new SavedBody(info.headers().allValues("Content-Encoding"), download)
                : new AwaitedBody(new BoundedBody(settings.maxResponseBytes(), deadline.left()));
    }

    private static Throwable origin(Throwable error) {
        Throwable cause = error.getCause();
        return error instanceof CompletionException && cause != null ? cause : error;
    }

    private BodyHandler<byte[]> body(Deadline deadline) {
        return info -> new BoundedBody(settings.maxResponseBytes(), deadline.left());
    }

    private static TransportFailure failure(Throwable cause, ApiRequest request) {
        String authority = request.base().getAuthority();
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof TransportFailure failure) {
                return failure;
            }
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return new TransportFailure(Kind.CONNECT, "connecting to " + authority + " took too long", cause);
        }
        if (cause instanceof HttpTimeoutException) {
            return BoundedBody.timeout(cause);
        }
        if (cause instanceof ConnectException || cause instanceof SSLException) {
            String how = cause instanceof SSLException ? "no secure connection to " : "no connection to ";
            return new TransportFailure(Kind.CONNECT, how + authority + " could be made", cause);
        }
        return new TransportFailure(Kind.BROKEN, "the connection to " + authority + " broke", withoutMessage(cause));
    }

    /** The type and origin of an error whose message may quote what came over the wire. */
    private static IOException withoutMessage(Throwable cause) {
        IOException silent = new IOException(cause.getClass().getName());
        silent.setStackTrace(cause.getStackTrace());
        return silent;
    }
}
