package dev.countersign.mock;

import dev.countersign.mock.callback.Callbacks;
import dev.countersign.mock.callback.OutgoingCall;
import dev.countersign.mock.choose.Choice;
import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.render.Deprecation;
import dev.countersign.mock.render.RouteProblems;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.route.RouteTable;
import dev.countersign.mock.sample.SampleGenerator;
import dev.countersign.mock.validate.Validated;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.schema.Direction;
import java.util.List;

/**
 * A mock of one contract: a pure function from request to response. Every answer is derived from the contract, and so is
 * every refusal. Immutable and thread-safe.
 */
public final class Mock {
    private final RouteTable routes;
    private final CompiledOperations operations;
    private final Callbacks callbacks;

    private Mock(RouteTable routes, CompiledOperations operations, Callbacks callbacks) {
        this.routes = routes;
        this.operations = operations;
        this.callbacks = callbacks;
    }

    /** Prepares a contract for being served. */
    public static Mock compile(Contract contract, MockOptions options) {
        SampleGenerator samples = SampleGenerator.of(contract);
        return new Mock(
                RouteTable.of(contract),
                CompiledOperations.of(contract, options),
                Callbacks.of(contract, (schema, seed) -> samples.sample(schema, Direction.REQUEST, seed)));
    }

    /** Answers a request. Never throws on account of the request. */
    public MockResponse answer(MockRequest request) {
        return walk(request).reply();
    }

    /** The requests that the contract has this exchange followed by; none when it did not succeed. */
    public List<OutgoingCall> callbacks(Explanation exchange) {
        return callbacks.of(exchange);
    }

    /** The names of the contract's webhooks. */
    public List<String> webhooks() {
        return callbacks.webhooks();
    }

    /** The requests that a webhook consists of, to be sent to this address; none when there is no such webhook. */
    public List<OutgoingCall> webhook(String name, String url) {
        return callbacks.webhook(name, url);
    }

    /** Answers a request and keeps every step on the way. */
    public Explanation walk(MockRequest request) {
        RouteResult route = routes.route(request);
        if (route instanceof RouteResult.NotFound notFound) {
            return Explanation.ofUnrouted(request, route, RouteProblems.notFound(request, notFound));
        }
        if (route instanceof RouteResult.MethodNotAllowed other) {
            return Explanation.ofUnrouted(request, route, RouteProblems.methodNotAllowed(request, other));
        }
        RouteResult.Matched matched = ((RouteResult.Matched) route)
                .meant(candidate -> validate(request, candidate).isValid());
        CompiledOperation operation = operations.get(matched.operation());
        Validated validated = validate(request, matched);
        Preference preference = Preference.of(request);
        Choice choice = operation.chooser().choose(validated, preference, request.headers());
        MockResponse response = operations.renderer().render(choice, validated, preference);
        response = matched.operation().deprecated() ? Deprecation.noted(response) : response;
        return Explanation.of(request, matched, validated, preference, choice, response);
    }

    private Validated validate(MockRequest request, RouteResult.Matched matched) {
        return operations.get(matched.operation()).validator().validate(request, matched.pathValues());
    }
}
