package dev.countersign.client.runtime.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * A request that has no body and says nothing about one. The builder of {@code java.net.http} makes such requests with GET and
 * DELETE alone, and announces a body of no length with HEAD, OPTIONS and TRACE.
 */
final class BodilessRequest extends HttpRequest {
    private final HttpRequest get;
    private final String method;
    private final Optional<HttpClient.Version> version;

    /**
     * A request.
     *
     * @param get the same with GET
     */
    BodilessRequest(HttpRequest get, String method) {
        this(get, method, get.version());
    }

    private BodilessRequest(HttpRequest get, String method, Optional<HttpClient.Version> version) {
        this.get = get;
        this.method = method;
        this.version = version;
    }

    /** The same in another version of HTTP. */
    BodilessRequest over(HttpClient.Version other) {
        return new BodilessRequest(get, method, Optional.of(other));
    }

    @Override
    public Optional<BodyPublisher> bodyPublisher() {
        return Optional.empty();
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public Optional<Duration> timeout() {
        return get.timeout();
    }

    @Override
    public boolean expectContinue() {
        return get.expectContinue();
    }

    @Override
    public URI uri() {
        return get.uri();
    }

    @Override
    public Optional<HttpClient.Version> version() {
        return version;
    }

    @Override
    public HttpHeaders headers() {
        return get.headers();
    }
}
