package dev.countersign.mock.server;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.exchange.QuotedText;
import dev.countersign.mock.render.ProblemBody;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** The real server behind a proxy. */
final class Upstream {
    /** Fields of one hop (RFC 9110 section 7.6.1), and those that the client writes itself. */
    private static final Set<String> NOT_FORWARDED = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "host",
            "content-length",
            "expect",
            // A compressed answer could not be examined.
            "accept-encoding");

    /** RFC 9110 section 7.6.3. */
    private static final String VIA = "1.1 countersign";

    private final HttpClient client;
    private final String base;
    private final Duration timeout;

    Upstream(URI base, Optional<InetSocketAddress> proxy, Duration timeout) {
        this.base = base.toString().replaceFirst("/+$", "");
        this.timeout = timeout;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER);
        proxy.ifPresent(address -> builder.proxy(ProxySelector.of(address)));
        this.client = builder.build();
    }

    /** Never fails: no answer is 502, a late one 504. */
    CompletableFuture<MockResponse> forward(MockRequest request) {
        HttpRequest outgoing;
        try {
            outgoing = outgoing(request);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedFuture(ProblemBody.of(
                            400,
                            "The request cannot be forwarded: its target is"
                                    + " not a valid URI, or a header is not allowed.")
                    .response());
        }
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(outgoing, HttpResponse.BodyHandlers.ofByteArray());
        boolean head = request.method().equals("HEAD");
        return exchange.thenApply(response -> answer(response, head))
                // The client's own timeout ends with the head of the answer; a body may trickle for ever.
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> {
                    exchange.cancel(true);
                    return failure(failure);
                });
    }

    private HttpRequest outgoing(MockRequest request) {
        URI target = URI.create(base + request.path() + (request.query().isEmpty() ? "" : "?" + request.query()));
        HttpRequest.Builder builder = HttpRequest.newBuilder(target).timeout(timeout);
        Set<String> hop = hopByHop(request.headers().all("Connection"));
        for (Header field : request.headers().fields()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (!NOT_FORWARDED.contains(name) && !hop.contains(name)) {
                builder.header(field.name(), field.value());
            }
        }
        builder.header("Via", VIA);
        HttpRequest.BodyPublisher body = request.body().length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(request.body());
        return builder.method(request.method(), body).build();
    }

    /** The fields that a sender says are meant for the next one only. */
    private static Set<String> hopByHop(List<String> connection) {
        return connection.stream()
                .flatMap(field -> QuotedText.split(field, ',').stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** The length of an answer to {@code HEAD} is that of the answer to {@code GET}, and is passed on (RFC 9110 section 8.6). */
    private static MockResponse answer(HttpResponse<byte[]> response, boolean head) {
        List<Header> headers = new ArrayList<>();
        Set<String> hop = hopByHop(response.headers().allValues("Connection"));
        response.headers().map().forEach((field, values) -> {
            String name = field.toLowerCase(Locale.ROOT);
            boolean length = head && name.equals("content-length");
            if (length || !NOT_FORWARDED.contains(name) && !hop.contains(name) && !name.startsWith(":")) {
                values.forEach(value -> headers.add(new Header(field, value)));
            }
        });
        return new MockResponse(response.statusCode(), headers, response.body());
    }

    private MockResponse failure(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof HttpTimeoutException || cause instanceof TimeoutException
                ? ProblemBody.of(504, "The upstream did not answer within " + timeout.toSeconds() + " seconds.")
                        .response()
                : ProblemBody.of(502, "The upstream cannot be reached. Is it running, and is its address right?")
                        .response();
    }
}
