package dev.countersign.client.runtime;

import dev.countersign.client.Pause;
import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.RetryPolicy;
import dev.countersign.client.TransportException;
import dev.countersign.client.TransportException.Kind;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/** Sends a call as often as its policy allows and its time lasts. One for each call: nothing is counted beyond it. */
final class Attempts {
    private final Operation<?> operation;
    private final RetryPolicy policy;
    private final Deadline deadline;
    private final Pause pause;

    Attempts(Operation<?> operation, RetryPolicy policy, Deadline deadline, Pause pause) {
        this.operation = operation;
        this.policy = policy;
        this.deadline = deadline;
        this.pause = pause;
    }

    ReceivedResponse run(IntFunction<ReceivedResponse> attempt) {
        boolean repeatable = operation.isIdempotent() || policy.methods().contains(operation.method());
        int retries = repeatable ? policy.maxRetries() : 0;
        for (int number = 1; number <= retries; number++) {
            Duration delay = policy.delay(number, ThreadLocalRandom.current().nextDouble());
            try {
                ReceivedResponse response = attempt.apply(number);
                Duration asked = RetryAfter.of(response).orElse(delay);
                if (!policy.statuses().contains(response.status()) || !fits(asked)) {
                    return response;
                }
                sleep(asked);
            } catch (TransportException e) {
                boolean passing = e.kind() == Kind.CONNECT || e.kind() == Kind.BROKEN;
                if (!passing || !fits(delay)) {
                    throw e;
                }
                sleep(delay);
            }
        }
        return attempt.apply(retries + 1);
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
            throw new TransportException(
                    operation.name(), Kind.INTERRUPTED, "the calling thread was interrupted before a retry", e);
        }
    }
}
