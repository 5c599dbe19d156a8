package dev.countersign.mock.inprocess;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MockRequest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;

/** Requests as the mock reads them. */
final class Requests {
    private Requests() {}

    static MockRequest of(HttpRequest request, byte[] body) {
        URI uri = request.uri();
        List<Header> fields = new ArrayList<>();
        fields.add(new Header("Host", String.valueOf(uri.getRawAuthority())));
        request.headers().map().forEach((name, values) -> values.forEach(value -> fields.add(new Header(name, value))));
        String path = uri.getRawPath();
        String query = uri.getRawQuery();
        return new MockRequest(
                request.method(),
                path == null || path.isEmpty() ? "/" : path,
                query == null ? "" : query,
                Headers.of(fields),
                body);
    }
}
