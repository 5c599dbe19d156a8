package dev.countersign.mock.proxy;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.render.RequestProblems;
import dev.countersign.mock.render.RouteProblems;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.server.MemoryBudget;
import dev.countersign.mock.server.Reply;
import dev.countersign.mock.server.Responder;
import dev.countersign.mock.validate.Strictness;
import dev.countersign.mock.validate.Validated;
import dev.countersign.mock.validate.Violation;
import dev.countersign.openapi.contract.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Passes requests on to a real server and holds both directions against the contract. What is held until it has been
 * examined is bounded; everything else passes piece by piece. An answer of the proxy's own has the field
 * {@code Proxy-Status} (RFC 9209). Thread-safe.
 */
public final class ValidatingProxy implements Responder, AutoCloseable {
    private final Supplier<CompiledContract> contract;
    private final ProxySettings settings;
    private final ProxyListener listener;
    private final Optional<StandIn> standIn;
    private final Upstream upstream;
    private final MemoryBudget budget = MemoryBudget.ofHeap();

    /** A proxy for one contract, in front of the server that the settings name. */
    public ValidatingProxy(CompiledContract contract, ProxySettings settings) {
        this(() -> contract, settings, ProxyListener.NONE);
    }

    /**
     * A proxy that is listened to.
     *
     * @param contract asked for every request; may give another one when the document has changed
     * @throws IllegalArgumentException when the file of trusted certificates cannot be used
     */
    public ValidatingProxy(Supplier<CompiledContract> contract, ProxySettings settings, ProxyListener listener) {
        this(contract, settings, listener, Optional.empty());
    }

    /**
     * The same with a mock for what the real server does not have.
     *
     * @throws IllegalArgumentException when the file of trusted certificates cannot be used
     */
    public ValidatingProxy(
            Supplier<CompiledContract> contract,
            ProxySettings settings,
            ProxyListener listener,
            Optional<StandIn> standIn) {
        this.standIn = standIn;
        this.contract = contract;
        this.settings = settings;
        this.listener = listener;
        this.upstream = new Upstream(settings);
    }

    @Override
    public void respond(MockRequest request, Reply reply) {
        respond(request, reply, listener);
    }

    /** The same for one request that somebody else listens to. */
    public void respond(MockRequest request, Reply reply, ProxyListener listener) {
        CompiledContract current = contract.get();
        RouteResult route = current.route(request, Strictness.LENIENT);
        if (route instanceof RouteResult.Matched matched) {
            respond(current, matched, request, reply, listener);
        } else if (settings.problems()) {
            refuse(
                    request,
                    RouteProblems.of(request, route),
                    Optional.empty(),
                    List.of(undocumented()),
                    reply,
                    listener);
        } else {
            new Forwarding(
                            upstream,
                            settings,
                            listener,
                            budget,
                            Optional.empty(),
                            Optional.empty(),
                            List.of(undocumented()),
                            Optional.empty(),
                            request,
                            reply)
                    .begin();
        }
    }

    private static Violation undocumented() {
        return new Violation(
                Violation.In.PATH, "", "", "the contract has no operation that fits this request", "/paths");
    }

    private void respond(
            CompiledContract current,
            RouteResult.Matched route,
            MockRequest request,
            Reply reply,
            ProxyListener listener) {
        Optional<Operation> operation = Optional.of(route.operation());
        if (standIn.isPresent() && standIn.get().isFor(route.operation())) {
            own(
                    request,
                    standIn.get().answerUnasked(request),
                    operation,
                    List.of(),
                    "answered by the mock",
                    reply,
                    listener);
            return;
        }
        List<Violation> found = new ArrayList<>();
        if (settings.validateRequests()) {
            Validated validated = current.validate(route, request, Strictness.LENIENT);
            if (settings.problems() && !validated.isValid()) {
                refuse(request, RequestProblems.refused(validated), operation, validated.violations(), reply, listener);
                return;
            }
            found.addAll(validated.violations());
            found.addAll(validated.notes());
        }
        new Forwarding(
                        upstream,
                        settings,
                        listener,
                        budget,
                        operation,
                        Optional.of(current.operation(route.operation()).responses()),
                        found,
                        standIn,
                        request,
                        reply)
                .begin();
    }

    private void refuse(
            MockRequest request,
            MockResponse problem,
            Optional<Operation> operation,
            List<Violation> violations,
            Reply reply,
            ProxyListener listener) {
        MockResponse marked = problem.with(UpstreamFailure.mark("http_request_denied"));
        own(request, marked, operation, violations, "not passed on", reply, listener);
    }

    /** Answers without asking the real server. */
    private static void own(
            MockRequest request,
            MockResponse answer,
            Optional<Operation> operation,
            List<Violation> violations,
            String note,
            Reply reply,
            ProxyListener listener) {
        reply.send(answer);
        listener.onEnd(new ProxiedExchange(
                request.method(), request.path(), answer.status(), operation, violations, note, false, Duration.ZERO));
    }

    @Override
    public void close() {
        upstream.close();
    }
}
