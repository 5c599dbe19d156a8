package dev.countersign.client;

import feign.RequestInterceptor;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a client. Immutable.
 *
 * @param baseUrl what every path is appended to; has no slash at its end
 * @param server the contract's server that this is; absent when the caller gave a URL of his own
 * @param timeout how long a whole call may last: connecting, sending, waiting, reading and retries together
 * @param maxResponseBytes the longest body that is accepted, after decompression
 * @param userAgent the value of {@code User-Agent}
 * @param headers header fields that every request carries
 * @param retries when a call is sent again
 * @param pause how a client waits between retries
 * @param credentials what proves who calls, by the name of the contract's security scheme
 * @param observers told of every attempt, in this order
 * @param interceptors told of every request before it is sent, in this order; they may add header fields
 * @param compression whether answers are asked for in gzip
 * @param reading what becomes of an answer in which something does not fit the contract
 * @param connections what connections are made with; never follows a redirect
 */
public record ClientSettings(
        URI baseUrl,
        Optional<ServerTemplate> server,
        Duration timeout,
        long maxResponseBytes,
        String userAgent,
        Map<String, String> headers,
        RetryPolicy retries,
        Pause pause,
        Map<String, Credential> credentials,
        List<CallObserver> observers,
        List<RequestInterceptor> interceptors,
        boolean compression,
        Reading reading,
        Connections connections) {

    public ClientSettings {
        headers = Map.copyOf(headers);
        credentials = Map.copyOf(credentials);
        observers = List.copyOf(observers);
        interceptors = List.copyOf(interceptors);
    }

    /**
     * Where an operation is that has servers of its own in the contract: there, in the region or whatever else was chosen for
     * the client's server, unless that is one of them, or the caller gave a URL of his own.
     *
     * @throws IllegalArgumentException when the contract's URL is none
     */
    public URI baseUrlOf(List<ServerTemplate> own) {
        if (server.isEmpty() || own.stream().anyMatch(each -> each.isLike(server.get()))) {
            return baseUrl;
        }
        return own.stream()
                .findFirst()
                .map(first -> Checks.target(baseUrl, first.withChoicesOf(server.get())))
                .orElse(baseUrl);
    }

    /** Names of headers only: their values may be secret. */
    @Override
    public String toString() {
        return "ClientSettings[baseUrl=" + baseUrl + ", timeout=" + timeout + ", maxResponseBytes=" + maxResponseBytes
                + ", headers=" + headers.keySet() + ", retries=" + retries + ", credentials=" + credentials.keySet()
                + "]";
    }
}
