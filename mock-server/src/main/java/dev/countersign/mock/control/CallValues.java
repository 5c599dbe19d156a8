package dev.countersign.mock.control;

import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.route.RouteResult.Matched;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A call of the control API that fits its document.
 *
 * @param operation the id of the control API's operation
 */
record CallValues(String operation, Explanation call) {
    static CallValues of(Matched matched, Explanation call) {
        return new CallValues(matched.operation().id(), call);
    }

    /** The body; missing when there is none. */
    JsonNode body() {
        return call.validated().flatMap(validated -> validated.body()).orElseGet(MissingNode::getInstance);
    }

    /** A parameter's value; missing when there is none. */
    JsonNode parameter(String name) {
        return ((Matched) call.route())
                .operation().parameters().stream()
                        .filter(parameter -> parameter.name().equals(name))
                        .map(parameter ->
                                call.validated().orElseThrow().parameters().get(parameter.pointer()))
                        .filter(value -> value != null)
                        .findFirst()
                        .orElseGet(MissingNode::getInstance);
    }
}
