package dev.countersign.client.runtime;

import dev.countersign.client.Pause;
import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.RetryPolicy;
import dev.countersign.client.TransportException;
import dev.countersign.client.TransportException.Kind;
import dev.countersign.client.runtime.body.Payload;
import dev.countersign.client.runtime.call.ApiRequest;
import dev.countersign.client.runtime.call.Deadline;
import dev.countersign.client.runtime.call.Operation;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/** Decides how often one call is sent: as its policy allows and its time lasts. Nothing is counted beyond the call. */
final class Attempts {
    private final Operation<?> operation;
    private final RetryPolicy policy;
    private final Deadline deadline;
    private final Pause pause;
    private final int retries;
    private final int connections;

    Attempts(ApiRequest request, RetryPolicy policy, Deadline deadline, Pause pause) {
        this.operation = request.operation();
        this.policy = policy;
        this.deadline = deadline;
        this.pause = pause;
        boolean harmless = operation.isIdempotent() || policy.methods().contains(operation.method());
        Payload payload = request.payload();
        // What was never sent may be sent, whatever it does; a body that can be read but once cannot.
        this.connections = payload == null || payload.isRepeatable() ? policy.maxRetries() : 0;
        this.retries = harmless ? connections : 0;
    }

    /** Sends a call until an answer is final, and waits on the calling thread. */
    ReceivedResponse run(IntFunction<ReceivedResponse> attempt) {
        for (int number = 1; ; number++) {
            Optional<Duration> delay;
            try {
                ReceivedResponse response = attempt.apply(number);
                delay = delayAfter(number, response);
                if (delay.isEmpty()) {
                    return response;
                }
            } catch (TransportException e) {
                delay = delayAfter(number, e);
                if (delay.isEmpty()) {
                    throw e;
                }
            }
            sleep(delay.get());
        }
    }

    /** How long to wait before the next attempt; empty when this answer is final. */
    Optional<Duration> delayAfter(int number, ReceivedResponse response) {
        if (number > retries || !policy.statuses().contains(response.status())) {
            return Optional.empty();
        }
        return RetryAfter.of(response).or(() -> Optional.of(delay(number))).filter(this::fits);
    }

    /** How long to wait before the next attempt; empty when this failure is final. */
    Optional<Duration> delayAfter(int number, TransportException failure) {
        int most =
                switch (failure.kind()) {
                    case CONNECT -> connections;
                    case BROKEN -> retries;
                    default -> 0;
                };
        return number > most ? Optional.empty() : Optional.of(delay(number)).filter(this::fits);
    }

    /** Waits without the calling thread. */
    CompletableFuture<Void> pause(Duration delay, Executor workers) {
        return pause.later(delay, workers);
    }

    private Duration delay(int number) {
        return policy.delay(number, ThreadLocalRandom.current().nextDouble());
    }

    /** Whether there is time left after a delay; without, the last outcome is worth more than a timeout. */
    private boolean fits(Duration delay) {
        return delay.compareTo(deadline.left()) < 0;
    }

    private void sleep(Duration delay) {
        try {
            pause.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        }
    }

    TransportException interrupted(Throwable cause) {
        return new TransportException(
                operation.name(), Kind.INTERRUPTED, "the thread was interrupted before a retry", cause);
    }
}
