package dev.countersign.client.runtime;

import dev.countersign.client.ClientSettings;
import dev.countersign.client.Headers;
import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.TransportException.Kind;
import feign.Client;
import feign.Request;
import feign.Response;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;

/**
 * Feign's client over {@code java.net.http}. Unlike Feign's own it ends a body that trickles when the call's time is up,
 * keeps repeated header fields in order, bounds the length of a body, and never follows a redirect.
 */
final class JdkTransport implements Client {
    /** Feign demands a status before there is one. */
    private static final int SENT = 202;

    private final ClientSettings settings;

    JdkTransport(ClientSettings settings) {
        this.settings = settings;
    }

    /** Sends a request, and leaves its answer in the call, where it needs not be copied into Feign's own kind. */
    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Call call = (Call) options;
        Duration left = call.deadline().left();
        if (left.isZero()) {
            throw BoundedBody.timeout(null);
        }
        HttpRequest prepared = httpRequest(request, call, left);
        call.answer(
                call.isAsync() ? begin(prepared, call) : CompletableFuture.completedFuture(exchange(prepared, call)));
        return Response.builder().status(SENT).request(request).build();
    }

    private ReceivedResponse received(Call call, HttpResponse<?> response, byte[] body) throws IOException {
        byte[] content = ContentEncoding.decode(
                body, response.headers().allValues("Content-Encoding"), settings.maxResponseBytes());
        return new ReceivedResponse(
                call.operation().name(),
                response.statusCode(),
                Headers.of(response.headers().map()),
                content);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The answer tells how it ended.
    private CompletableFuture<ReceivedResponse> begin(HttpRequest request, Call call) {
        CompletableFuture<HttpResponse<byte[]>> sent = settings.httpClient().sendAsync(request, body(call.deadline()));
        CompletableFuture<ReceivedResponse> answer = new CompletableFuture<>();
        sent.whenComplete((response, error) -> {
            try {
                if (error != null) {
                    throw failure(origin(error), call);
                }
                answer.complete(received(call, response, response.body()));
            } catch (TransportFailure e) {
                answer.completeExceptionally(e.of(call.operation()));
            } catch (IOException | RuntimeException | Error e) {
                answer.completeExceptionally(failure(e, call).of(call.operation()));
            }
        });
        // What is cancelled here would otherwise run on there.
        answer.whenComplete((response, error) -> sent.cancel(true));
        return answer;
    }

    /** The request's own timeout ends with the headers; the body has the rest of the call's time. */
    private HttpRequest httpRequest(Request request, Call call, Duration left) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(call.base() + call.target())).timeout(left);
        Payload payload = call.payload();
        builder.method(
                call.operation().method(),
                payload == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(payload.content()));
        headers(request, call).forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    /** Later ones win: the contract's own, the client's, the call's parameters, the caller's for this call. */
    private Map<String, List<String>> headers(Request request, Call call) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Accept", List.of(call.operation().accept()));
        headers.put("User-Agent", List.of(settings.userAgent()));
        Payload payload = call.payload();
        if (payload != null) {
            headers.put("Content-Type", List.of(payload.contentType()));
        }
        settings.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        request.headers().forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
        // Feign's, when an interceptor gives its template a body; what is sent is the call's own.
        headers.remove("Content-Length");
        call.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        call.options().headers().forEach((name, value) -> headers.put(name, List.of(value)));
        headers.forEach(HeaderRules::check);
        return headers;
    }

    /** Blocks rather than waiting for a future, whose completion java.net.http hands to yet another thread. */
    private ReceivedResponse exchange(HttpRequest request, Call call) throws IOException {
        Deadline deadline = call.deadline();
        try {
            HttpResponse<Body> response = settings.httpClient().send(request, info -> awaited(info, call));
            return received(call, response, response.body().await(deadline));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportFailure(Kind.INTERRUPTED, "the calling thread was interrupted", e);
        } catch (IOException e) {
            throw failure(e, call);
        }
    }

    /** An error's body is held, whatever becomes of the others. */
    private BodySubscriber<Body> awaited(ResponseInfo info, Call call) {
        Download download = call.download();
        return download != null && info.statusCode() / 100 == 2
                ? new SavedBody(info.headers().allValues("Content-Encoding"), download)
                : new AwaitedBody(new BoundedBody(
                        settings.maxResponseBytes(), call.deadline().left()));
    }

    private static Throwable origin(Throwable error) {
        Throwable cause = error.getCause();
        return error instanceof CompletionException && cause != null ? cause : error;
    }

    private BodyHandler<byte[]> body(Deadline deadline) {
        return info -> new BoundedBody(settings.maxResponseBytes(), deadline.left());
    }

    private static TransportFailure failure(Throwable cause, Call call) {
        String authority = call.base().getAuthority();
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
