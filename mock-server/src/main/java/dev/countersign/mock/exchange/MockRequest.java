package dev.countersign.mock.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request as it came over the wire. Nothing is decoded yet: whether a comma or a slash is data or a delimiter is known
 * only to the parameter that it belongs to.
 *
 * @param method the HTTP method in upper case
 * @param path the path, percent-encoded, beginning with {@code /}
 * @param query the query without its question mark, percent-encoded; empty when there is none
 * @param headers the header fields
 * @param body the body; empty when there is none. Not copied, and never written to
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and not copied for speed
public record MockRequest(String method, String path, String query, Headers headers, byte[] body) {
    /** Begins the names of query parameters that mean the mock and not the API. */
    public static final String RESERVED_PREFIX = "__";

    /** A request whose target is written as in a request line, for instance {@code /pets?limit=1}. */
    public static MockRequest of(String method, String target, List<Header> headers, String body) {
        int mark = target.indexOf('?');
        return new MockRequest(
                method,
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? "" : target.substring(mark + 1),
                Headers.of(headers),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** The values of a parameter of the query, decoded, in their order. */
    public Stream<String> queryValues(String name) {
        return Pair.parse(query).stream()
                .filter(pair -> pair.name().equals(name))
                .map(Pair::value);
    }

    /** The same with header fields of its own: those of a server are a view that ends with the answer. */
    public MockRequest kept() {
        return new MockRequest(method, path, query, Headers.of(headers.fields()), body);
    }

    /** Neither headers nor query nor body: they may hold secrets. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
