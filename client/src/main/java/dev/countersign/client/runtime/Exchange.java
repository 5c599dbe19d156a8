package dev.countersign.client.runtime;

import dev.countersign.client.ApiResponse;
import dev.countersign.client.CallInfo;
import dev.countersign.client.ClientDefaults;
import dev.countersign.client.ClientSettings;
import dev.countersign.client.Headers;
import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.RequestOptions;
import dev.countersign.client.RetryPolicy;
import dev.countersign.client.TransportException;
import feign.Feign;
import feign.Logger;
import feign.Response;
import feign.RetryableException;
import feign.Retryer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls and reads answers. Thread-safe; one for each client.
 *
 * <p>Feign carries the calls. Its own retrying, logging and decoding stay off: a default Feign sends a timed-out POST
 * five times and puts bodies into messages.
 */
public final class Exchange implements AutoCloseable {
    private final ClientSettings settings;
    private final JdkTransport transport;
    private final Authorization authorization;
    private final ExecutorService workers;

    public Exchange(ClientSettings settings, ClientDefaults defaults) {
        this.settings = settings;
        this.authorization = new Authorization(defaults.schemes(), settings.credentials());
        this.transport = new JdkTransport(settings);
        this.workers = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "countersign-client");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The Feign client of a generated interface. */
    public <E> E endpoints(Class<E> type) {
        return Feign.builder()
                .client(transport)
                .retryer(Retryer.NEVER_RETRY)
                .logLevel(Logger.Level.NONE)
                .target(type, settings.baseUrl().toString());
    }

    /** Begins a call. */
    public Call call(Operation<?> operation, RequestOptions options) {
        return new Call(operation, options);
    }

    /** Sends a call, again where the policy allows it, and reads its answer. */
    public <T> ApiResponse<T> send(Operation<T> operation, Call call, Function<Call, Response> endpoint) {
        Deadline deadline = Deadline.in(call.options().timeout().orElse(settings.timeout()));
        call.within(deadline);
        authorization.apply(call, operation.security());
        RetryPolicy policy = call.options().retries().orElse(settings.retries());
        Attempts attempts = new Attempts(operation, policy, deadline, settings.pause());
        return operation.read(attempts.run(number -> observed(operation, number, call, endpoint)));
    }

    private ReceivedResponse observed(
            Operation<?> operation, int number, Call call, Function<Call, Response> endpoint) {
        if (settings.observers().isEmpty()) {
            return attempt(operation, call, endpoint);
        }
        CallInfo info = new CallInfo(operation.name(), number);
        settings.observers().forEach(observer -> observer.onRequest(info));
        long start = System.nanoTime();
        try {
            ReceivedResponse response = attempt(operation, call, endpoint);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            settings.observers().forEach(observer -> observer.onResponse(info, response, took));
            return response;
        } catch (TransportException e) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            settings.observers().forEach(observer -> observer.onFailure(info, e, took));
            throw e;
        }
    }

    private static ReceivedResponse attempt(Operation<?> operation, Call call, Function<Call, Response> endpoint) {
        try (Response response = endpoint.apply(call)) {
            byte[] content = response.body() == null
                    ? new byte[0]
                    : response.body().asInputStream().readAllBytes();
            return new ReceivedResponse(operation.name(), response.status(), Headers.of(response.headers()), content);
        } catch (RetryableException e) {
            throw transportException(operation, e.getCause());
        } catch (IOException e) {
            throw transportException(operation, e);
        }
    }

    private static TransportException transportException(Operation<?> operation, @Nullable Throwable cause) {
        if (cause instanceof TransportFailure failure) {
            return new TransportException(operation.name(), failure.kind(), failure.what(), failure.getCause());
        }
        return new TransportException(operation.name(), TransportException.Kind.BROKEN, "the connection broke", cause);
    }

    /** Runs a call on a thread of its own. Cancelling the future does not call back what was sent. */
    public <T> CompletableFuture<T> async(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, workers);
    }

    /** Lets running calls end; starts no more. */
    @Override
    public void close() {
        workers.shutdown();
    }
}
