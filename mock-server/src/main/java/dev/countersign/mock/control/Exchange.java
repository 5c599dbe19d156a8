package dev.countersign.mock.control;

import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.explain.Forwarded;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.validate.Validated;
import dev.countersign.openapi.contract.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request with its answer, and why it was answered so.
 *
 * @param number counts up from 1 for each server
 * @param time when the answer was found
 * @param nanos how long that took
 * @param explanation the request's way; holds what the client sent, secrets included, and leaves this package masked only
 * @param switched the answer that its operation was switched to; absent when it was to none for such a request
 */
record Exchange(long number, Instant time, long nanos, Explanation explanation, Optional<SwitchedAnswer> switched) {

    RequestContent content() {
        return RequestContent.of(explanation.request(), explanation.route(), explanation.validated());
    }

    /** The operation that was meant; absent when none was found. */
    Optional<Operation> operation() {
        return explanation.route() instanceof RouteResult.Matched matched
                ? Optional.of(matched.operation())
                : Optional.empty();
    }

    int status() {
        return explanation.response().status();
    }

    /** Whether the request fits the contract. */
    boolean isAccepted() {
        return explanation.validated().map(Validated::isValid).orElseGet(explanation::isBesideTheContract);
    }

    /** What came of the request, in a sentence without a full stop and without values that the client sent. */
    String outcome() {
        String outcome;
        if (explanation.validated().isEmpty()) {
            outcome = explanation.steps().get(0).outcome();
        } else {
            outcome = isAccepted()
                    ? "the request fits the contract"
                    : explanation.validated().get().summary();
        }
        List<String> notes = explanation.forwarded().map(Forwarded::notes).orElse(List.of());
        return notes.isEmpty() ? outcome : outcome + "; " + String.join("; ", notes);
    }

    /** About how many bytes it keeps. */
    int weight() {
        return explanation.request().body().length + explanation.response().body().length;
    }

    /** Neither query nor headers nor bodies: they may hold secrets. */
    @Override
    public String toString() {
        return number + ": " + explanation.request();
    }
}
