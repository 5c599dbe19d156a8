package dev.countersign.client.runtime;

import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.TransportException;
import dev.countersign.client.TransportException.Kind;
import dev.countersign.client.runtime.call.ApiRequest;
import dev.countersign.client.runtime.call.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call for which no thread is waiting. Cancelling or completing its result, or closing the client, ends it: the
 * exchange is aborted, and its connection given up.
 *
 * @param <R> what the caller gets
 */
@SuppressWarnings("FutureReturnValueIgnored") // The result tells how each ended.
final class AsyncCall<R> implements Call {
    private final Operation<?> operation;
    private final Attempts attempts;
    private final Function<ReceivedResponse, R> outcome;
    private final IntFunction<Observation> observation;
    private final Supplier<AuthorizedRequest> preparation;
    private final Function<ApiRequest, CompletableFuture<ReceivedResponse>> sender;
    private final Executor workers;
    private final Executor finishers;
    private final CompletableFuture<R> result = new CompletableFuture<>();
    private @Nullable CompletableFuture<?> running;
    private volatile boolean renewed;

    /**
     * Prepares a call.
     *
     * @param outcome makes of an answer what the caller gets; what it throws fails the result
     * @param observation tells the observers that the attempt of this number begins
     * @param preparation shows the credentials; it may block, and is asked again when a token was refused
     * @param sender sends the call; its future fails with a {@link TransportException}
     * @param workers on which pauses may wait
     * @param finishers on which an answer is read, and what the caller does with the result is done
     */
    AsyncCall(
            Operation<?> operation,
            Attempts attempts,
            Function<ReceivedResponse, R> outcome,
            IntFunction<Observation> observation,
            Supplier<AuthorizedRequest> preparation,
            Function<ApiRequest, CompletableFuture<ReceivedResponse>> sender,
            Executor workers,
            Executor finishers) {
        this.operation = operation;
        this.attempts = attempts;
        this.outcome = outcome;
        this.observation = observation;
        this.preparation = preparation;
        this.sender = sender;
        this.workers = workers;
        this.finishers = finishers;
        result.whenComplete((value, error) -> giveUp());
    }

    CompletableFuture<R> result() {
        return result;
    }

    /** Prepares the call, and sends it for the first time. */
    void start() {
        guarded(() -> send(1, preparation.get()));
    }

    private void send(int number, AuthorizedRequest request) {
        if (result.isDone()) {
            return;
        }
        Observation observed = observation.apply(number);
        CompletableFuture<ReceivedResponse> answer = sender.apply(request.request());
        hold(answer);
        answer.whenCompleteAsync(
                (response, error) -> guarded(() -> {
                    Throwable failure = error instanceof CancellationException ? cancelled() : error;
                    observed.end(response, failure);
                    decide(number, request, response, failure);
                }),
                finishers);
    }

    private void decide(
            int number, AuthorizedRequest request, @Nullable ReceivedResponse response, @Nullable Throwable error) {
        Optional<Duration> delay = response != null
                ? attempts.delayAfter(number, response)
                : Optional.ofNullable(error)
                        .filter(TransportException.class::isInstance)
                        .flatMap(failure -> attempts.delayAfter(number, (TransportException) failure));
        if (delay.isPresent()) {
            CompletableFuture<Void> pause = attempts.pause(delay.get(), workers);
            hold(pause);
            pause.whenComplete((nothing, broken) -> guarded(() -> {
                if (broken != null) {
                    throw attempts.interrupted(broken);
                }
                send(number + 1, request);
            }));
        } else if (response != null && !renewed && request.isRefused(response)) {
            renewed = true;
            workers.execute(() -> guarded(() -> send(number + 1, preparation.get())));
        } else if (response != null) {
            if (!result.complete(outcome.apply(response))) {
                discard(response);
            }
        } else if (error != null) {
            result.completeExceptionally(error);
        }
    }

    /** A body that is still to come has lost its reader. */
    private static void discard(ReceivedResponse response) {
        try {
            if (response.stream().isPresent()) {
                response.stream().get().close();
            }
        } catch (IOException e) {
            // Nothing of it is wanted.
        }
    }

    private TransportException cancelled() {
        return new TransportException(operation.name(), Kind.CANCELLED, "the call was cancelled", null);
    }

    /** What goes wrong in a step fails the result, which nothing else would ever complete. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    private synchronized void hold(CompletableFuture<?> next) {
        running = next;
        if (result.isDone()) {
            next.cancel(true);
        }
    }

    private synchronized void giveUp() {
        if (running != null) {
            running.cancel(true);
        }
    }

    @Override
    public void abort() {
        result.completeExceptionally(Calls.closed(operation, null));
    }
}
