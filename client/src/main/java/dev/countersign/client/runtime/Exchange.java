package dev.countersign.client.runtime;

import dev.countersign.client.ApiException;
import dev.countersign.client.ApiResponse;
import dev.countersign.client.ClientDefaults;
import dev.countersign.client.ClientSettings;
import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.RequestOptions;
import dev.countersign.client.RetryPolicy;
import dev.countersign.client.TransportException;
import dev.countersign.client.TransportException.Kind;
import feign.Feign;
import feign.Logger;
import feign.RetryableException;
import feign.Retryer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

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
    private final ExecutorService workers = Threads.few();
    private final Executor finishers = Threads.asNeeded();
    private final Flights flights = new Flights();
    private final Map<Operation<?>, URI> elsewhere = new ConcurrentHashMap<>();

    public Exchange(ClientSettings settings, ClientDefaults defaults) {
        this.settings = settings;
        this.authorization = new Authorization(defaults.schemes(), settings.credentials());
        this.transport = new JdkTransport(settings);
    }

    /** The Feign client of a generated interface. */
    public <E> E endpoints(Class<E> type) {
        return Feign.builder()
                .client(transport)
                .retryer(Retryer.NEVER_RETRY)
                .logLevel(Logger.Level.NONE)
                .requestInterceptors(settings.interceptors())
                .target(new Destination<>(type, settings.baseUrl().toString()));
    }

    /** Begins a call. */
    public Call call(Operation<?> operation, RequestOptions options) {
        return new Call(operation, options).to(base(operation));
    }

    private URI base(Operation<?> operation) {
        return operation.servers().isEmpty()
                ? settings.baseUrl()
                : elsewhere.computeIfAbsent(operation, each -> settings.baseUrlOf(each.servers()));
    }

    /** Sends a call, again where the policy allows it, and reads its answer. */
    public <T> ApiResponse<T> send(Operation<T> operation, Call call, Consumer<Call> endpoint) {
        Attempts attempts = attempts(operation, call);
        BlockingFlight flight = new BlockingFlight();
        flights.begin(flight, operation);
        try {
            authorization.apply(call, operation);
            return operation.read(attempts.run(number -> attempt(operation, number, call, endpoint)));
        } catch (TransportException e) {
            throw flight.land() ? Flights.closed(operation, e) : e;
        } finally {
            flight.land();
            flights.end(flight);
        }
    }

    /**
     * Sends a call, and writes the body of its answer to a file.
     *
     * @throws ApiException when the status stands for an error, or comes without a body to write
     */
    public <T> Path save(Operation<T> operation, Call call, Consumer<Call> endpoint, Path file) {
        try (Download download = Download.to(file)) {
            ApiResponse<T> response = send(operation, call.into(download), endpoint);
            response.orThrow();
            if (!download.isFull()) {
                throw new ApiException(response.received());
            }
            download.keep();
            return file;
        }
    }

    private ReceivedResponse attempt(Operation<?> operation, int number, Call call, Consumer<Call> endpoint) {
        if (settings.observers().isEmpty()) {
            return transmit(operation, call, endpoint).join();
        }
        Observation observed = Observation.begin(settings.observers(), operation, number);
        try {
            ReceivedResponse response = transmit(operation, call, endpoint).join();
            observed.end(response, null);
            return response;
        } catch (TransportException e) {
            observed.end(null, e);
            throw e;
        }
    }

    /**
     * Sends a call without waiting for its answer, success or error.
     *
     * @param made makes the call; what it throws fails the future
     */
    public <T> CompletableFuture<ApiResponse<T>> sendAsync(
            Operation<T> operation, Supplier<Call> made, Consumer<Call> endpoint) {
        return sendAsync(operation, made, endpoint, response -> response);
    }

    /**
     * Sends a call without waiting for its answer.
     *
     * @param made makes the call; what it throws fails the future
     * @param outcome makes of an answer what the caller gets; what it throws fails the future too
     */
    @SuppressWarnings("FutureReturnValueIgnored") // The result tells how it ended.
    public <T, R> CompletableFuture<R> sendAsync(
            Operation<T> operation, Supplier<Call> made, Consumer<Call> endpoint, Function<ApiResponse<T>, R> outcome) {
        try {
            Call call = made.get().async();
            Executor starter = authorization.mayBlock(operation) ? workers : Runnable::run;
            AsyncFlight<T, R> flight = new AsyncFlight<>(
                    operation,
                    attempts(operation, call),
                    outcome,
                    number -> Observation.begin(settings.observers(), operation, number),
                    () -> transmitAsync(operation, call, endpoint),
                    workers,
                    finishers);
            flights.begin(flight, operation);
            flight.result().whenComplete((value, error) -> flights.end(flight));
            starter.execute(() -> flight.start(() -> authorization.apply(call, operation)));
            return flight.result();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static CompletableFuture<ReceivedResponse> transmitAsync(
            Operation<?> operation, Call call, Consumer<Call> endpoint) {
        try {
            return transmit(operation, call, endpoint);
        } catch (TransportException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Through Feign to the transport, which leaves the answer in the call. */
    private static CompletableFuture<ReceivedResponse> transmit(
            Operation<?> operation, Call call, Consumer<Call> endpoint) {
        try {
            endpoint.accept(call);
            return call.answer();
        } catch (RetryableException e) {
            throw e.getCause() instanceof TransportFailure failure
                    ? failure.of(operation)
                    : new TransportException(operation.name(), Kind.BROKEN, "the connection broke", e.getCause());
        }
    }

    private Attempts attempts(Operation<?> operation, Call call) {
        Deadline deadline = Deadline.in(call.options().timeout().orElse(settings.timeout()));
        call.within(deadline);
        RetryPolicy policy = call.options().retries().orElse(settings.retries());
        return new Attempts(operation, policy, deadline, settings.pause());
    }

    /** Ends running calls, whose callers get a {@link TransportException}, and lets none begin. */
    @Override
    public void close() {
        flights.close();
        workers.shutdownNow();
    }
}
