package dev.countersign.client.runtime.feign;

import dev.countersign.client.ClientSettings;
import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.TransportException;
import dev.countersign.client.TransportException.Kind;
import dev.countersign.client.runtime.call.ApiRequest;
import dev.countersign.client.runtime.call.Deadline;
import dev.countersign.client.runtime.http.Download;
import dev.countersign.client.runtime.http.JdkTransport;
import dev.countersign.client.runtime.http.TransportFailure;
import feign.Feign;
import feign.Logger;
import feign.Request;
import feign.RequestInterceptor;
import feign.RetryableException;
import feign.Retryer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Feign carries the calls: its proxies are what generated code calls, and its interceptors see every attempt. Its own
 * retrying, logging and decoding stay off: a default Feign sends a timed-out POST five times and puts bodies into
 * messages. Thread-safe.
 */
public final class FeignCalls {
    /** Feign asks for them at each call, though ours bring their own, and would look them up by the thread's name. */
    private static final Request.Options UNUSED = new Request.Options(1, TimeUnit.SECONDS, 1, TimeUnit.SECONDS, false) {
        @Override
        public Request.Options getMethodOptions(String method) {
            return this;
        }
    };

    private final List<RequestInterceptor> interceptors;
    private final String url;
    private final FeignTransport transport;
    private final Map<Class<?>, Object> endpoints = new ConcurrentHashMap<>();

    public FeignCalls(ClientSettings settings, Executor readers) {
        this.interceptors = settings.interceptors();
        this.url = settings.baseUrl().toString();
        this.transport = new FeignTransport(new JdkTransport(settings, readers));
    }

    /** The Feign client of a generated interface, which is made once. */
    public <E> E endpoints(Class<E> type) {
        return type.cast(endpoints.computeIfAbsent(type, this::made));
    }

    private <E> E made(Class<E> type) {
        return Feign.builder()
                .client(transport)
                .options(UNUSED)
                .retryer(Retryer.NEVER_RETRY)
                .logLevel(Logger.Level.NONE)
                .requestInterceptors(interceptors)
                .target(new Destination<>(type, url));
    }

    /**
     * Sends a request once, and waits for its answer.
     *
     * @param download the file that the body of a success goes to; null when the caller gets it
     * @throws TransportException when there is none
     */
    public static ReceivedResponse send(
            Consumer<Request.Options> endpoint, ApiRequest request, Deadline deadline, @Nullable Download download) {
        return sent(endpoint, new FeignRequest(request, deadline, download, false))
                .join();
    }

    /**
     * Sends a request once.
     *
     * @return completes with the answer, or fails with a {@link TransportException}
     */
    public static CompletableFuture<ReceivedResponse> sendAsync(
            Consumer<Request.Options> endpoint, ApiRequest request, Deadline deadline) {
        try {
            return sent(endpoint, new FeignRequest(request, deadline, null, true));
        } catch (TransportException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Through Feign to the transport, which leaves the answer in the request. */
    private static CompletableFuture<ReceivedResponse> sent(Consumer<Request.Options> endpoint, FeignRequest attempt) {
        try {
            endpoint.accept(attempt);
            return attempt.answer();
        } catch (RetryableException e) {
            String operation = attempt.request().operation().name();
            throw e.getCause() instanceof TransportFailure failure
                    ? failure.of(operation)
                    : new TransportException(operation, Kind.BROKEN, "the connection broke", e.getCause());
        }
    }
}
