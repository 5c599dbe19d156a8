package dev.countersign.mock.proxy;

import dev.countersign.mock.validate.Violation;
import dev.countersign.openapi.contract.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An exchange that has ended, without anything that may be secret.
 *
 * @param method the request's method
 * @param path the request's path as it came, without its query
 * @param status the HTTP status that the client got
 * @param operation absent when the contract has none for this request
 * @param violations what is wrong with request and answer, the items of a stream included
 * @param note what else is to be said, such as why there is no answer; empty when there is nothing
 * @param passedOn whether the real server was asked at all
 * @param took from the request to the last piece of the answer
 */
public record ProxiedExchange(
        String method,
        String path,
        int status,
        Optional<Operation> operation,
        List<Violation> violations,
        String note,
        boolean passedOn,
        Duration took) {
    public ProxiedExchange {
        violations = List.copyOf(violations);
    }
}
