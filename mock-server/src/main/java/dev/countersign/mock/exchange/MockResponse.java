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
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and not copied for speed
public record MockResponse(int status, List<Header> headers, byte[] body) {
    public MockResponse {
        headers = List.copyOf(headers);
    }

    /** The same response with one more header field. */
    public MockResponse with(Header header) {
        List<Header> more = new ArrayList<>(headers);
        more.add(header);
        return new MockResponse(status, more, body);
    }

    /** The same response with more header fields. */
    public MockResponse with(List<Header> others) {
        List<Header> more = new ArrayList<>(headers);
        more.addAll(others);
        return new MockResponse(status, more, body);
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
