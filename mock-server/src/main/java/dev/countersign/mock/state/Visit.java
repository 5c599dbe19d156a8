package dev.countersign.mock.state;

import dev.countersign.mock.choose.Choice;
import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.PercentEncoding;
import dev.countersign.mock.route.RouteResult.Matched;
import dev.countersign.mock.validate.Validated;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.Parameter.In;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A request that fits its operation, on the way to its answer.
 *
 * @param request the request
 * @param route its operation, with the path's values
 * @param validated its other values
 * @param chooser the document's answer to it, for a status or an example that is preferred
 */
public record Visit(MockRequest request, Matched route, Validated validated, Function<Preference, Choice> chooser) {

    /** What the request means. */
    public Operation operation() {
        return route.operation();
    }

    /** The value of a documented parameter as JSON; empty when the request has none. */
    public Optional<JsonNode> value(Parameter parameter) {
        return Optional.ofNullable(validated.parameters().get(parameter.pointer()));
    }

    /** The value of a variable of the path, decoded. */
    public String pathValue(String name) {
        return operation().parameters().stream()
                .filter(parameter ->
                        parameter.in() == In.PATH && parameter.name().equals(name))
                .findFirst()
                .flatMap(this::value)
                .filter(JsonNode::isValueNode)
                .map(value -> value.asString(""))
                .orElseGet(() -> PercentEncoding.decode(route.pathValues().getOrDefault(name, "")));
    }
}
