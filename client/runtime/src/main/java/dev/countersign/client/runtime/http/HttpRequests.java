package dev.countersign.client.runtime.http;

import dev.countersign.client.ClientSettings;
import dev.countersign.client.Headers;
import dev.countersign.client.runtime.body.Payload;
import dev.countersign.client.runtime.call.ApiRequest;
import dev.countersign.client.runtime.call.Deadline;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Requests as {@code java.net.http} sends them. */
final class HttpRequests {
    private static final String ACCEPT_ENCODING = "Accept-Encoding";
    private static final String GZIP = "gzip";
    private static final Set<String> UNANNOUNCED = Set.of("GET", "HEAD", "DELETE", "OPTIONS", "TRACE");

    private final String userAgent;
    private final boolean compression;
    private final Map<String, String> always;
    private final Executor readers;

    /**
     * Writes requests.
     *
     * @param readers on which bodies are read that are not held
     */
    HttpRequests(ClientSettings settings, Executor readers) {
        this.readers = readers;
        this.userAgent = settings.userAgent();
        this.compression = settings.compression();
        this.always = settings.headers();
    }

    /**
     * The request, whose own timeout ends with the headers of the answer; the body has the rest of the call's time.
     *
     * @param intercepted header fields that the client's interceptors have added
     */
    PreparedRequest of(ApiRequest request, Map<String, Collection<String>> intercepted, Deadline deadline)
            throws TransportFailure {
        Duration left = deadline.left();
        if (left.isZero()) {
            throw HeldBody.timeout(null);
        }
        return new PreparedRequest(
                request.operation().method(), address(request), fields(request, intercepted), body(request), left);
    }

    private static URI address(ApiRequest request) {
        try {
            return URI.create(request.base() + request.target());
        } catch (IllegalArgumentException e) {
            // Without the cause, whose message quotes the address, in which there may be a key.
            throw new IllegalArgumentException(request.operation().name() + " has no address that is a URL");
        }
    }

    /** A body that is not there is announced only where the method is about one, such as POST (RFC 9110 section 8.6). */
    private @Nullable BodyPublisher body(ApiRequest request) {
        Payload payload = request.payload();
        if (payload != null) {
            return publisher(payload);
        }
        return UNANNOUNCED.contains(request.operation().method()) ? null : BodyPublishers.noBody();
    }

    private BodyPublisher publisher(Payload payload) {
        byte[] held = payload.held();
        if (held != null) {
            return BodyPublishers.ofByteArray(held);
        }
        return new StreamedBody(payload, readers);
    }

    private HttpHeaders fields(ApiRequest request, Map<String, Collection<String>> intercepted) {
        Map<String, List<String>> fields = headers(request, intercepted);
        for (Map.Entry<String, List<String>> field : fields.entrySet()) {
            for (String value : field.getValue()) {
                Headers.valid(field.getKey(), value);
            }
        }
        return HttpHeaders.of(fields, (name, value) -> true);
    }

    /** Later ones win: the contract's own, the client's, the call's parameters, the caller's for this call. */
    private Map<String, List<String>> headers(ApiRequest request, Map<String, Collection<String>> intercepted) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String accept = request.operation().accept();
        headers.put("Accept", List.of(accept));
        headers.put("User-Agent", List.of(userAgent));
        // Compressed events come when their server has enough of them.
        if (compression && !accept.contains("text/event-stream")) {
            headers.put(ACCEPT_ENCODING, List.of(GZIP));
        }
        Payload payload = request.payload();
        if (payload != null) {
            headers.put("Content-Type", List.of(payload.contentType()));
        }
        always.forEach((name, value) -> headers.put(name, List.of(value)));
        intercepted.forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
        // Feign's, when an interceptor gives its template a body; what is sent is the call's own.
        headers.remove("Content-Length");
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        request.options().headers().forEach((name, value) -> headers.put(name, List.of(value)));
        if (headers.containsKey("Range") && List.of(GZIP).equals(headers.get(ACCEPT_ENCODING))) {
            // A range is one of the bytes that are sent, and half a compressed body cannot be read.
            headers.remove(ACCEPT_ENCODING);
        }
        return headers;
    }
}
