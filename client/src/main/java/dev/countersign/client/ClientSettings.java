package dev.countersign.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;

/**
 * The settings of a client. Immutable.
 *
 * @param baseUrl what every path is appended to; has no slash at its end
 * @param timeout how long a whole call may last: connecting, sending, waiting, reading and retries together
 * @param maxResponseBytes the longest body that is accepted, after decompression
 * @param userAgent the value of {@code User-Agent}
 * @param headers header fields that every request carries
 * @param httpClient what connections are made with; never follows a redirect
 */
public record ClientSettings(
        URI baseUrl,
        Duration timeout,
        long maxResponseBytes,
        String userAgent,
        Map<String, String> headers,
        HttpClient httpClient) {

    public ClientSettings {
        headers = Map.copyOf(headers);
    }

    /** Names of headers only: their values may be secret. */
    @Override
    public String toString() {
        return "ClientSettings[baseUrl=" + baseUrl + ", timeout=" + timeout + ", maxResponseBytes=" + maxResponseBytes
                + ", headers=" + headers.keySet() + "]";
    }
}
