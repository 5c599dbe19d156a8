package dev.countersign.client;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one call does differently from the client's settings. Immutable.
 *
 * @param timeout how long the whole call may last; absent for the client's own
 * @param headers header fields that are sent besides; they win over those of the client
 * @param retries when the call is sent again; absent for the client's own policy
 */
public record RequestOptions(Optional<Duration> timeout, Map<String, String> headers, Optional<RetryPolicy> retries) {
    private static final RequestOptions NONE = new RequestOptions(Optional.empty(), Map.of(), Optional.empty());

    public RequestOptions {
        timeout.ifPresent(value -> Checks.positive("timeout", value));
        headers = Map.copyOf(headers);
    }

    /** Nothing different. */
    public static RequestOptions none() {
        return NONE;
    }

    /** How long the whole call may last, with retries and the reading of the body. */
    public RequestOptions withTimeout(Duration whole) {
        return new RequestOptions(Optional.of(whole), headers, retries);
    }

    /** One more header field. A call with a value that no header can carry is refused. */
    public RequestOptions withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(Checks.given("the name of a header", name), Checks.given("the value of header " + name, value));
        return new RequestOptions(timeout, more, retries);
    }

    /** When the call is sent again. */
    public RequestOptions withRetries(RetryPolicy policy) {
        return new RequestOptions(timeout, headers, Optional.of(policy));
    }

    /** Names of headers only: their values may be secret. */
    @Override
    public String toString() {
        return "RequestOptions[timeout=" + timeout + ", headers=" + headers.keySet() + ", retries=" + retries + "]";
    }
}
