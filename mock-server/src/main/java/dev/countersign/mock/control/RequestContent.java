package dev.countersign.mock.control;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.PercentEncoding;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.validate.Validated;
import dev.countersign.openapi.json.Pointer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * What a request holds, place by place.
 *
 * @param pathValues the path parameters by name, percent-encoded
 * @param body the body's value; absent when there is none or it could not be read
 */
record RequestContent(MockRequest request, Map<String, String> pathValues, Optional<JsonNode> body) {
    static RequestContent of(MockRequest request, RouteResult route, Optional<Validated> validated) {
        Map<String, String> pathValues = route instanceof RouteResult.Matched matched ? matched.pathValues() : Map.of();
        return new RequestContent(request, pathValues, validated.flatMap(Validated::body));
    }

    /** The values in one place; none when it holds nothing there. */
    List<JsonNode> at(Condition.Place in, String at) {
        return switch (in) {
            case BODY ->
                body.flatMap(value -> Optional.ofNullable(Pointer.find(value, at))).stream()
                        .toList();
            case QUERY -> texts(request.queryValues(at));
            case HEADER -> texts(request.headers().all(at).stream());
            case PATH -> texts(Stream.ofNullable(pathValues.get(at)).map(PercentEncoding::decode));
        };
    }

    private static List<JsonNode> texts(Stream<String> texts) {
        return texts.<JsonNode>map(StringNode::valueOf).toList();
    }

    /** Neither query nor headers nor body: they may hold secrets. */
    @Override
    public String toString() {
        return request.toString();
    }
}
