package dev.countersign.mock.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Answers that arrive whole, and are not what they should be. */
public final class Spoilt {
    private static final byte[] NOT_WHAT_IT_SAYS = "{\"<malformed".getBytes(StandardCharsets.US_ASCII);

    private Spoilt() {}

    /** Status and header fields, and no body. */
    public static MockResponse empty(MockResponse answer) {
        return withBody(answer, new byte[0]);
    }

    /** Half of JSON or XML is neither; what is too short for that becomes something that is neither. */
    public static MockResponse malformed(MockResponse answer) {
        byte[] body = answer.body();
        byte[] half = Arrays.copyOf(body, body.length / 2 + NOT_WHAT_IT_SAYS.length);
        System.arraycopy(NOT_WHAT_IT_SAYS, 0, half, body.length / 2, NOT_WHAT_IT_SAYS.length);
        return withBody(answer, half);
    }

    /** The same body under another media type. */
    public static MockResponse ofAnotherType(MockResponse answer) {
        String type =
                answer.header("Content-Type").orElse("").startsWith("text/html") ? "application/json" : "text/html";
        List<Header> headers = new ArrayList<>(answer.headers());
        headers.removeIf(header -> header.name().equalsIgnoreCase("Content-Type"));
        headers.add(new Header("Content-Type", type));
        return new MockResponse(answer.status(), headers, answer.body());
    }

    private static MockResponse withBody(MockResponse answer, byte[] body) {
        return new MockResponse(answer.status(), answer.headers(), body);
    }
}
