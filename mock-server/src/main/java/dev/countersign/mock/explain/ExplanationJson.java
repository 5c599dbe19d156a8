package dev.countersign.mock.explain;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An explanation as a JSON response, the answer that it explains within. */
public final class ExplanationJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Header TYPE = new Header("Content-Type", "application/json");

    private ExplanationJson() {}

    /** A response with status 200 that says how the request would have been answered, and why. */
    static MockResponse response(Explanation explanation) {
        return new MockResponse(
                200, List.of(TYPE), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(explanation)));
    }

    /** A response with a list of explanations. */
    public static MockResponse list(List<Explanation> explanations) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        explanations.forEach(explanation -> array.add(json(explanation)));
        return new MockResponse(
                200, List.of(TYPE), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(array));
    }

    private static ObjectNode json(Explanation explanation) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("request", explanation.request().toString());
        ArrayNode steps = root.putArray("steps");
        for (Step step : explanation.steps()) {
            ObjectNode one = steps.addObject();
            one.put("step", step.name());
            one.put("outcome", step.outcome());
            ArrayNode details = one.putArray("details");
            step.details().forEach(details::add);
        }
        ObjectNode response = root.putObject("response");
        response.put("status", explanation.response().status());
        ObjectNode headers = response.putObject("headers");
        explanation.response().headers().forEach(header -> headers.put(header.name(), header.value()));
        response.put("body", explanation.response().text());
        return root;
    }
}
