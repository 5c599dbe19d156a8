package dev.countersign.client.runtime;

import dev.countersign.client.Pause;
import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.RetryPolicy;
import dev.countersign.client.TransportException;
import dev.countersign.client.TransportException.Kind;
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

    Attempts(Operation<?> operation, RetryPolicy policy, Deadline deadline, Pause pause) {
        this.operation = operation;
        this.policy = policy;
        this.deadline = deadline;
        this.pause = pause;
        boolean repeatable = operation.isIdempotent() || policy.methods().contains(operation.method());
        this.retries = repeatable ? policy.maxRetries() : 0;
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
        boolean passing = failure.kind() == Kind.CONNECT || failure.kind() == Kind.BROKEN;
        return number > retries || !passing
                ? Optional.empty()
                : Optional.of(delay(number)).filter(this::fits);
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
