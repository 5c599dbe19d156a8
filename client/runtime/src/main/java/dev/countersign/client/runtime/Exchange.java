package dev.countersign.client.runtime;

import dev.countersign.client.ApiException;
import dev.countersign.client.ApiResponse;
import dev.countersign.client.ClientDefaults;
import dev.countersign.client.ClientSettings;
import dev.countersign.client.Misfit;
import dev.countersign.client.Pager;
import dev.countersign.client.Reading;
import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.RequestOptions;
import dev.countersign.client.RetryPolicy;
import dev.countersign.client.TransportException;
import dev.countersign.client.runtime.call.ApiRequest;
import dev.countersign.client.runtime.call.Deadline;
import dev.countersign.client.runtime.call.Operation;
import dev.countersign.client.runtime.feign.FeignCalls;
import dev.countersign.client.runtime.http.Download;
import dev.countersign.client.runtime.json.JsonReading;
import dev.countersign.client.runtime.page.PageRule;
import dev.countersign.client.runtime.page.Walk;
import feign.Request;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls and reads answers. Thread-safe; one for each client. The way of a call: its {@link ApiRequest} gets its
 * credentials, is sent as often as {@link Attempts} allow, each time through Feign to the transport, and what comes back
 * is read as the {@link Operation} says.
 */
public final class Exchange implements AutoCloseable {
    private final ClientSettings settings;
    private final FeignCalls feign;
    private final Authorization authorization;
    private final ExecutorService workers;
    private final ExecutorService finishers;
    private final Calls calls;
    private final Map<Operation<?>, URI> elsewhere;
    private final boolean borrowed;
    private final StreamCalls streams;
    private final JsonReading reading;

    public Exchange(ClientSettings settings, ClientDefaults defaults) {
        this.settings = settings;
        this.authorization = new Authorization(defaults.schemes(), settings.credentials());
        this.workers = Threads.few();
        this.finishers = Threads.asNeeded();
        this.feign = new FeignCalls(settings, finishers);
        this.calls = new Calls();
        this.elsewhere = new ConcurrentHashMap<>();
        this.borrowed = false;
        this.streams = new StreamCalls(settings, calls);
        this.reading = settings.reading() == Reading.STRICT ? JsonReading.strict() : JsonReading.lenient(this::report);
    }

    private Exchange(Exchange owner) {
        this.settings = owner.settings;
        this.feign = owner.feign;
        this.authorization = owner.authorization;
        this.workers = owner.workers;
        this.finishers = owner.finishers;
        this.calls = owner.calls;
        this.elsewhere = owner.elsewhere;
        this.borrowed = true;
        this.streams = owner.streams;
        this.reading = owner.reading;
    }

    /** The same, for a client that is not to close what it shares with the one that it was derived from. */
    public Exchange borrowed() {
        return new Exchange(this);
    }

    /** The Feign client of a generated interface. */
    public <E> E endpoints(Class<E> type) {
        return feign.endpoints(type);
    }

    /** Begins the request of a call. */
    public ApiRequest.Builder request(Operation<?> operation, RequestOptions options) {
        return new ApiRequest.Builder(operation, options, base(operation));
    }

    private URI base(Operation<?> operation) {
        return operation.servers().isEmpty()
                ? settings.baseUrl()
                : elsewhere.computeIfAbsent(operation, each -> settings.baseUrlOf(each.servers()));
    }

    /** Sends a request, again where the policy allows it, and reads its answer. */
    public <T> ApiResponse<T> send(Operation<T> operation, ApiRequest request, Consumer<Request.Options> endpoint) {
        return send(operation, request, endpoint, null);
    }

    private <T> ApiResponse<T> send(
            Operation<T> operation,
            ApiRequest request,
            Consumer<Request.Options> endpoint,
            @Nullable Download download) {
        Deadline deadline = deadline(request);
        BlockingCall call = new BlockingCall();
        calls.begin(call, operation);
        try {
            AuthorizedRequest authorized = authorization.authorized(request);
            ReceivedResponse response = sent(authorized.request(), 0, endpoint, deadline, download);
            if (authorized.isRefused(response)) {
                ApiRequest renewed = authorization.authorized(request).request();
                response = sent(renewed, 1, endpoint, deadline, download);
            }
            return streams.begun(
                    operation, operation.read(response, reading), request, again -> send(operation, again, endpoint));
        } catch (TransportException e) {
            throw call.end() ? Calls.closed(operation, e) : e;
        } finally {
            call.end();
            calls.end(call);
        }
    }

    /** Sends a request as often as its policy allows, after so many attempts with another token. */
    private ReceivedResponse sent(
            ApiRequest request,
            int before,
            Consumer<Request.Options> endpoint,
            Deadline deadline,
            @Nullable Download download) {
        return attempts(request, deadline)
                .run(number -> observed(
                        request.operation(),
                        before + number,
                        () -> FeignCalls.send(endpoint, request, deadline, download)));
    }

    /**
     * Sends a request, and writes the body of its answer to a file.
     *
     * @throws ApiException when the status stands for an error, or comes without a body to write
     */
    public <T> Path save(Operation<T> operation, ApiRequest request, Consumer<Request.Options> endpoint, Path file) {
        try (Download download = Download.to(file)) {
            ApiResponse<T> response = send(operation, request, endpoint, download);
            response.orThrow();
            if (!download.isFull()) {
                throw new ApiException(response.received());
            }
            download.keep();
            return file;
        }
    }

    /** The items of an operation whose answers come in pages, beginning with this request's. */
    public <A, T> Pager<T> pages(
            Operation<A> operation, ApiRequest first, Consumer<Request.Options> endpoint, PageRule<A, T> rule) {
        return Pager.of(() -> new Walk<>(rule, first, request -> send(operation, request, endpoint)));
    }

    private void report(ReceivedResponse response, List<Misfit> misfits) {
        settings.observers().forEach(observer -> observer.onMisfits(response, misfits));
    }

    private ReceivedResponse observed(Operation<?> operation, int number, Supplier<ReceivedResponse> attempt) {
        if (settings.observers().isEmpty()) {
            return attempt.get();
        }
        Observation observed = Observation.begin(settings.observers(), operation, number);
        try {
            ReceivedResponse response = attempt.get();
            observed.end(response, null);
            return response;
        } catch (TransportException e) {
            observed.end(null, e);
            throw e;
        }
    }

    /**
     * Sends a request without waiting for its answer, success or error.
     *
     * @param made makes the request; what it throws fails the future
     */
    public <T> CompletableFuture<ApiResponse<T>> sendAsync(
            Operation<T> operation, Supplier<ApiRequest> made, Consumer<Request.Options> endpoint) {
        return sendAsync(operation, made, endpoint, response -> response);
    }

    /**
     * Sends a request without waiting for its answer.
     *
     * @param made makes the request; what it throws fails the future
     * @param outcome makes of an answer what the caller gets; what it throws fails the future too
     */
    @SuppressWarnings("FutureReturnValueIgnored") // The result tells how it ended.
    public <T, R> CompletableFuture<R> sendAsync(
            Operation<T> operation,
            Supplier<ApiRequest> made,
            Consumer<Request.Options> endpoint,
            Function<ApiResponse<T>, R> outcome) {
        try {
            ApiRequest request = made.get();
            Deadline deadline = deadline(request);
            Executor starter = authorization.mayBlock(operation) ? workers : Runnable::run;
            AsyncCall<R> call = new AsyncCall<>(
                    operation,
                    attempts(request, deadline),
                    response -> outcome.apply(streams.begun(
                            operation,
                            operation.read(response, reading),
                            request,
                            again -> send(operation, again, endpoint))),
                    number -> Observation.begin(settings.observers(), operation, number),
                    () -> authorization.authorized(request),
                    authorized -> FeignCalls.sendAsync(endpoint, authorized, deadline),
                    workers,
                    finishers);
            calls.begin(call, operation);
            call.result().whenComplete((value, error) -> calls.end(call));
            starter.execute(call::start);
            return call.result();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Deadline deadline(ApiRequest request) {
        return Deadline.in(request.options().timeout().orElse(settings.timeout()));
    }

    private Attempts attempts(ApiRequest request, Deadline deadline) {
        RetryPolicy policy = request.options().retries().orElse(settings.retries());
        return new Attempts(request, policy, deadline, settings.pause());
    }

    /**
     * Ends running calls, whose callers get a {@link TransportException}, lets none begin, and gives the connections up;
     * nothing of that where all of it is borrowed.
     */
    @Override
    public void close() {
        if (!borrowed) {
            calls.close();
            workers.shutdownNow();
            finishers.shutdown();
            settings.connections().close();
        }
    }
}
