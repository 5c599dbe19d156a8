package dev.countersign.client.runtime.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is sent. The builder of {@code java.net.http} would announce a body of no length with HEAD, OPTIONS and
 * TRACE, and copies the header fields twice. Immutable.
 */
final class PreparedRequest extends HttpRequest {
    private final String method;
    private final URI uri;
    private final HttpHeaders headers;
    private final Optional<BodyPublisher> body;
    private final Optional<Duration> timeout;
    private final Optional<HttpClient.Version> version;

    /**
     * A request in the client's version of HTTP.
     *
     * @param body null for a request that says nothing about one
     * @param timeout for the headers of the answer
     */
    PreparedRequest(String method, URI uri, HttpHeaders headers, @Nullable BodyPublisher body, Duration timeout) {
        this(method, uri, headers, Optional.ofNullable(body), Optional.of(timeout), Optional.empty());
    }

    private PreparedRequest(
            String method,
            URI uri,
            HttpHeaders headers,
            Optional<BodyPublisher> body,
            Optional<Duration> timeout,
            Optional<HttpClient.Version> version) {
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.body = body;
        this.timeout = timeout;
        this.version = version;
    }

    /** The same on a connection of its own, for when one that all share takes no more and nothing of it was sent. */
    PreparedRequest overHttp1() {
        return new PreparedRequest(method, uri, headers, body, timeout, Optional.of(HttpClient.Version.HTTP_1_1));
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public URI uri() {
        return uri;
    }

    @Override
    public HttpHeaders headers() {
        return headers;
    }

    @Override
    public Optional<BodyPublisher> bodyPublisher() {
        return body;
    }

    @Override
    public Optional<Duration> timeout() {
        return timeout;
    }

    @Override
    public Optional<HttpClient.Version> version() {
        return version;
    }

    @Override
    public boolean expectContinue() {
        return false;
    }
}
