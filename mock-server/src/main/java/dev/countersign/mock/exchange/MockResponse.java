package dev.countersign.mock.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A response, ready to be sent.
 *
 * @param status the HTTP status
 * @param headers the header fields, {@code Content-Type} among them, {@code Content-Length} not
 * @param body the bytes to send; empty when there are none. Shared between requests, and never written to
 * @param gzip what may be sent in place of the body; absent where nothing is kept for that
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and not copied for speed
public record MockResponse(int status, List<Header> headers, byte[] body, Optional<GzipBody> gzip) {
    public MockResponse {
        headers = List.copyOf(headers);
    }

    /** A response whose body is sent as it is. */
    public MockResponse(int status, List<Header> headers, byte[] body) {
        this(status, headers, body, Optional.empty());
    }

    /** The same response with one more header field. */
    public MockResponse with(Header header) {
        List<Header> more = new ArrayList<>(headers);
        more.add(header);
        return new MockResponse(status, more, body, gzip);
    }

    /** The same response with more header fields. */
    public MockResponse with(List<Header> others) {
        List<Header> more = new ArrayList<>(headers);
        more.addAll(others);
        return new MockResponse(status, more, body, gzip);
    }

    /** The first field of this name, without regard to case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
