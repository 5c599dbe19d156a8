package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.Pair;
import dev.countersign.openapi.schema.format.Budget;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request's raw text, taken apart once and only where it is needed. For one thread. */
final class RawRequest {
    private final MockRequest request;
    private final Map<String, String> pathValues;
    private final Budget budget;
    private @Nullable List<Pair> query;
    private @Nullable List<Pair> cookies;

    RawRequest(MockRequest request, Map<String, String> pathValues) {
        this(request, pathValues, Work.on(request.body().length));
    }

    private RawRequest(MockRequest request, Map<String, String> pathValues, Budget budget) {
        this.request = request;
        this.pathValues = pathValues;
        this.budget = budget;
    }

    /** Only headers, as a part or a response has them. */
    static RawRequest ofHeaders(Headers headers, Budget budget) {
        return new RawRequest(new MockRequest("", "", "", headers, new byte[0]), Map.of(), budget);
    }

    /** The work that may still be spent on this request. */
    Budget budget() {
        return budget;
    }

    Headers headers() {
        return request.headers();
    }

    Map<String, String> pathValues() {
        return pathValues;
    }

    byte[] body() {
        return request.body();
    }

    String rawQuery() {
        return request.query();
    }

    List<Pair> query() {
        if (query == null) {
            query = Pair.parse(request.query());
        }
        return query;
    }

    /** The pairs of every {@code Cookie} field (RFC 6265 section 4.2). */
    List<Pair> cookies() {
        if (cookies == null) {
            cookies = Pair.cookies(request.headers());
        }
        return cookies;
    }
}
