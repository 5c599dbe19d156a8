package dev.countersign.mock;

import dev.countersign.mock.callback.Callbacks;
import dev.countersign.mock.callback.OutgoingCall;
import dev.countersign.mock.choose.Choice;
import dev.countersign.mock.choose.ChoiceOptions;
import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.render.ResponseRenderer;
import dev.countersign.mock.render.RouteProblems;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.route.RouteResult.Matched;
import dev.countersign.mock.sample.DirectedSamples;
import dev.countersign.mock.sample.SampleGenerator;
import dev.countersign.mock.state.Behaviour;
import dev.countersign.mock.state.ScenarioName;
import dev.countersign.mock.state.StatefulAnswer;
import dev.countersign.mock.state.States;
import dev.countersign.mock.state.Visit;
import dev.countersign.mock.validate.Validated;
import dev.countersign.mock.validate.Violation;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Direction;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/**
 * A mock of one contract: a pure function from request to response. Every answer is derived from the contract, and so is
 * every refusal. Thread-safe.
 */
public final class Mock {
    private final CompiledContract contract;
    private final MockOptions options;
    private final ChoiceOptions choosing;
    private final ResponseRenderer renderer;
    private final Callbacks callbacks;
    private final Optional<Behaviour> behaviour;

    private Mock(CompiledContract contract, MockOptions options, Optional<Behaviour> behaviour) {
        this.contract = contract;
        this.options = options;
        this.behaviour = behaviour;
        AtomicLong seeds = new AtomicLong(options.bodies().seed());
        choosing = new ChoiceOptions(options.bodies(), options.refusals(), seeds::incrementAndGet);
        renderer = ResponseRenderer.of(
                contract.contract(),
                contract.schemas(),
                new DirectedSamples(contract.samples(), Direction.RESPONSE),
                options.bodies().seed());
        callbacks = Callbacks.of(contract.contract(), new DirectedSamples(contract.samples(), Direction.REQUEST));
    }

    /** Prepares a contract for being served. */
    public static Mock compile(Contract contract, MockOptions options) {
        return of(CompiledContract.of(contract), options);
    }

    /** A mock of a contract that others work with, too. */
    public static Mock of(CompiledContract contract, MockOptions options) {
        return new Mock(contract, options, Optional.empty());
    }

    /** A mock whose answers depend on what was requested before. */
    public static Mock of(CompiledContract contract, MockOptions options, Behaviour behaviour) {
        return new Mock(contract, options, Optional.of(behaviour));
    }

    /** The same contract, for others that work with it. */
    public CompiledContract compiled() {
        return contract;
    }

    /** The contract that is mocked. */
    public Contract contract() {
        return contract.contract();
    }

    /** What it remembers of requests; absent when it remembers nothing. */
    public Optional<States> states() {
        return behaviour.map(Behaviour::states);
    }

    /** The scenario by whose rules it answers; absent without one. */
    public Optional<ScenarioName> scenario() {
        return behaviour.flatMap(Behaviour::scenario);
    }

    /** The operation that a request means, without answering it. */
    public RouteResult route(MockRequest request) {
        return contract.route(request, options.strictness());
    }

    /** Answers a request. Never throws on account of the request. */
    public MockResponse answer(MockRequest request) {
        return walk(request).reply();
    }

    /** Answers a request and keeps every step on the way. */
    public Explanation walk(MockRequest request) {
        return walk(request, (matched, validated) -> Preference.NONE);
    }

    /**
     * The same, with answers that operations are switched to.
     *
     * @param switched what is preferred for a request of an operation where it prefers nothing itself; asked at most once
     */
    public Explanation walk(MockRequest request, BiFunction<Matched, Validated, Preference> switched) {
        RouteResult route = route(request);
        if (!(route instanceof Matched matched)) {
            MockResponse response = behaviour
                    .flatMap(each -> each.answerUnrouted(request))
                    .orElseGet(() -> RouteProblems.of(request, route));
            return Explanation.ofUnrouted(request, route, response);
        }
        CompiledOperation operation = contract.operation(matched.operation());
        Validated validated =
                operation.requests().validate(request, matched.pathValues(), options.strictness(), options.tokens());
        Preference asked = Preference.of(request);
        Preference preference = asked.or(switched.apply(matched, validated));
        if (behaviour.isPresent() && validated.isValid() && preference.isOpen()) {
            Visit visit = new Visit(
                    request,
                    matched,
                    validated,
                    preferred -> operation.chooser().choose(validated, preferred, request.headers(), choosing));
            Optional<StatefulAnswer> remembered = behaviour.get().answer(visit);
            if (remembered.isPresent()) {
                MockResponse response = render(visit, remembered.get(), asked);
                return Explanation.of(
                        request,
                        matched,
                        validated,
                        preference,
                        remembered.get().choice(),
                        response);
            }
        }
        Choice choice = operation.chooser().choose(validated, preference, request.headers(), choosing);
        MockResponse response = renderer.render(choice, matched.operation(), validated, asked, request);
        return Explanation.of(request, matched, validated, preference, choice, response);
    }

    /** A value that fits a schema: a documented one, or else one that is made up and always the same. */
    public JsonNode sample(SchemaNode schema, Direction direction) {
        return contract.samples().sample(schema, direction, SampleGenerator.PLAIN);
    }

    private MockResponse render(Visit visit, StatefulAnswer answer, Preference asked) {
        MockResponse rendered = answer.problem()
                .orElseGet(() ->
                        renderer.render(answer.choice(), visit.operation(), visit.validated(), asked, visit.request()));
        return answer.applied(rendered);
    }

    /** What is wrong with a response of an operation. */
    public List<Violation> violations(Operation operation, MockResponse response) {
        return contract.operation(operation).responses().validate(response);
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
}
