package dev.countersign.mock.server;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
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
        return client.sendAsync(outgoing, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(Upstream::answer)
                .exceptionally(this::failure);
    }

    private HttpRequest outgoing(MockRequest request) {
        URI target = URI.create(base + request.path() + (request.query().isEmpty() ? "" : "?" + request.query()));
        HttpRequest.Builder builder = HttpRequest.newBuilder(target).timeout(timeout);
        for (Header field : request.headers().fields()) {
            if (!NOT_FORWARDED.contains(field.name().toLowerCase(Locale.ROOT))) {
                builder.header(field.name(), field.value());
            }
        }
        HttpRequest.BodyPublisher body = request.body().length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(request.body());
        return builder.method(request.method(), body).build();
    }

    private static MockResponse answer(HttpResponse<byte[]> response) {
        List<Header> headers = new ArrayList<>();
        response.headers().map().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                values.forEach(value -> headers.add(new Header(name, value)));
            }
        });
        return new MockResponse(response.statusCode(), headers, response.body());
    }

    private MockResponse failure(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof HttpTimeoutException
                ? ProblemBody.of(504, "The upstream did not answer within " + timeout.toSeconds() + " seconds.")
                        .response()
                : ProblemBody.of(502, "The upstream cannot be reached. Is it running, and is its address right?")
                        .response();
    }
}
