package dev.countersign.mock;

import dev.countersign.mock.choose.Choice;
import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.explain.ExplanationJson;
import dev.countersign.mock.render.RouteProblems;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.route.RouteTable;
import dev.countersign.mock.validate.Validated;
import dev.countersign.openapi.Contract;

/**
 * A mock of one contract: a pure function from request to response. Every answer is derived from the contract, and so is
 * every refusal. Immutable and thread-safe.
 */
public final class Mock {
    private final RouteTable routes;
    private final CompiledOperations operations;

    private Mock(RouteTable routes, CompiledOperations operations) {
        this.routes = routes;
        this.operations = operations;
    }

    /** Prepares a contract for being served. */
    public static Mock compile(Contract contract, MockOptions options) {
        return new Mock(RouteTable.of(contract), CompiledOperations.of(contract, options));
    }

    /** Answers a request. Never throws on account of the request. */
    public MockResponse answer(MockRequest request) {
        Explanation explanation = walk(request);
        return explanation.isAskedFor() ? ExplanationJson.response(explanation) : explanation.response();
    }

    /** Answers a request and keeps every step on the way. */
    public Explanation walk(MockRequest request) {
        RouteResult route = routes.route(request.method(), request.path());
        if (route instanceof RouteResult.NotFound notFound) {
            return Explanation.ofUnrouted(request, route, RouteProblems.notFound(request, notFound));
        }
        if (route instanceof RouteResult.MethodNotAllowed other) {
            return Explanation.ofUnrouted(request, route, RouteProblems.methodNotAllowed(request, other));
        }
        RouteResult.Matched matched = (RouteResult.Matched) route;
        CompiledOperation operation = operations.get(matched.operation());
        Validated validated = operation.validator().validate(request, matched.pathValues());
        Preference preference = Preference.of(request);
        Choice choice = operation.chooser().choose(validated, preference, request.headers());
        MockResponse response = operations.renderer().render(choice, validated, preference);
        return Explanation.of(request, route, validated, preference, choice, response);
    }
}
