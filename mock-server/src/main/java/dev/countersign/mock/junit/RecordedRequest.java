package dev.countersign.mock.junit;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.validate.Violation;
import dev.countersign.openapi.contract.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request that a test has sent, with what became of it. Immutable.
 *
 * @param request the request as it came
 * @param route what it led to
 * @param violations what is wrong with it; empty when it fits the contract, or leads to no operation
 * @param status the HTTP status that it was answered with
 */
public record RecordedRequest(MockRequest request, RouteResult route, List<Violation> violations, int status) {
    public RecordedRequest {
        violations = List.copyOf(violations);
    }

    /** The operation that it means; absent when the contract has none such. */
    public Optional<Operation> operation() {
        return route instanceof RouteResult.Matched matched ? Optional.of(matched.operation()) : Optional.empty();
    }

    /** The body as UTF-8 text; empty when there is none. */
    public String text() {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    /** The body as JSON; absent when it is none. */
    public Optional<JsonNode> json() {
        if (request.body().length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonMapper.shared().readTree(request.body()));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** Whether it led to an operation and fits the contract. */
    public boolean isValid() {
        return operation().isPresent() && violations.isEmpty();
    }

    /** One line, without headers, query and body: they may hold secrets. */
    @Override
    public String toString() {
        String wrong = violations.stream().map(Violation::sentence).collect(Collectors.joining("; "));
        return request + " -> " + status + ", " + destination() + (wrong.isEmpty() ? "" : ": " + wrong);
    }

    private String destination() {
        if (route instanceof RouteResult.Matched matched) {
            return matched.operation().id();
        }
        return route instanceof RouteResult.NotFound notFound
                ? "no path of the contract" + listed("; it has ", notFound.nearMisses())
                : "no method of this path" + listed("; it has ", ((RouteResult.MethodNotAllowed) route).allowed());
    }

    private static String listed(String introduction, List<String> items) {
        return items.isEmpty() ? "" : introduction + String.join(", ", items);
    }
}
