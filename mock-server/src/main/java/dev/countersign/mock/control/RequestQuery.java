package dev.countersign.mock.control;

import dev.countersign.openapi.contract.Operation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * Which requests are asked for.
 *
 * @param operation the id of theirs
 * @param status what they were answered with
 * @param after only those with a greater number
 * @param conditions what they hold, all of it
 * @param within how many milliseconds to wait for them at most
 */
record RequestQuery(
        Optional<String> operation, OptionalInt status, long after, List<Condition> conditions, long within) {

    /**
     * Reads what fits one of the schemas {@code RequestQuery} and {@code Expectation} of {@code control.yaml}.
     *
     * @throws RefusedCallException when one of its conditions can never be held against a request
     */
    static RequestQuery of(JsonNode json) {
        return new RequestQuery(
                Optional.ofNullable(json.path("operation").asString(null)),
                json.has("status") ? OptionalInt.of(json.path("status").asInt()) : OptionalInt.empty(),
                json.path("after").asLong(0),
                Condition.listOf(json.path("where")),
                json.path("within").asLong(0));
    }

    boolean isMetBy(Exchange exchange) {
        return isAbout(exchange)
                && (status.isEmpty() || exchange.status() == status.getAsInt())
                && (conditions.isEmpty() || holdsAll(exchange.content()));
    }

    private boolean holdsAll(RequestContent content) {
        return conditions.stream().allMatch(condition -> condition.holds(content));
    }

    /** Whether it is of the operation, whatever it holds. */
    boolean isAbout(Exchange exchange) {
        return exchange.number() > after
                && (operation.isEmpty()
                        || exchange.operation().map(Operation::id).equals(operation));
    }
}
