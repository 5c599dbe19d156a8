package dev.countersign.client;

import feign.RequestInterceptor;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The settings of a client. Immutable.
 *
 * @param baseUrl what every path is appended to; has no slash at its end
 * @param timeout how long a whole call may last: connecting, sending, waiting, reading and retries together
 * @param maxResponseBytes the longest body that is accepted, after decompression
 * @param userAgent the value of {@code User-Agent}
 * @param headers header fields that every request carries
 * @param retries when a call is sent again
 * @param pause how a client waits between retries
 * @param credentials what proves who calls, by the name of the contract's security scheme
 * @param observers told of every attempt, in this order
 * @param interceptors told of every request before it is sent, in this order; they may add header fields
 * @param httpClient what connections are made with; never follows a redirect
 */
public record ClientSettings(
        URI baseUrl,
        Duration timeout,
        long maxResponseBytes,
        String userAgent,
        Map<String, String> headers,
        RetryPolicy retries,
        Pause pause,
        Map<String, Credential> credentials,
        List<CallObserver> observers,
        List<RequestInterceptor> interceptors,
        HttpClient httpClient) {

    public ClientSettings {
        headers = Map.copyOf(headers);
        credentials = Map.copyOf(credentials);
        observers = List.copyOf(observers);
        interceptors = List.copyOf(interceptors);
    }

    /** Names of headers only: their values may be secret. */
    @Override
    public String toString() {
        return "ClientSettings[baseUrl=" + baseUrl + ", timeout=" + timeout + ", maxResponseBytes=" + maxResponseBytes
                + ", headers=" + headers.keySet() + ", retries=" + retries + ", credentials=" + credentials.keySet()
                + "]";
    }
}
