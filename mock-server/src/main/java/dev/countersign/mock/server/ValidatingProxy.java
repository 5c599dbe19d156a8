package dev.countersign.mock.server;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.render.Deprecation;
import dev.countersign.mock.render.ProblemBody;
import dev.countersign.mock.render.RequestProblems;
import dev.countersign.mock.render.RouteProblems;
import dev.countersign.mock.render.ViolationsHeader;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.validate.ResponseValidator;
import dev.countersign.mock.validate.Strictness;
import dev.countersign.mock.validate.Validated;
import dev.countersign.mock.validate.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Passes requests on to a real server and holds both directions against the contract. */
public final class ValidatingProxy implements Responder {
    private final CompiledContract contract;
    private final ProxySettings settings;
    private final AnswerListener listener;
    private final Upstream upstream;

    /** A proxy in front of the server that the settings name. */
    public ValidatingProxy(CompiledContract contract, ProxySettings settings) {
        this(contract, settings, (operation, documented, answer) -> {});
    }

    /** The same with somebody who hears of every answer that fits the contract. */
    public ValidatingProxy(CompiledContract contract, ProxySettings settings, AnswerListener listener) {
        this.listener = listener;
        this.contract = contract;
        this.settings = settings;
        this.upstream = new Upstream(settings.upstream(), settings.upstreamProxy(), settings.timeout());
    }

    @Override
    public void respond(MockRequest request, Consumer<MockResponse> reply) {
        RouteResult route = contract.route(request, Strictness.LENIENT);
        if (route instanceof RouteResult.Matched matched) {
            respond(matched, request, reply);
        } else if (settings.problems()) {
            reply.accept(RouteProblems.of(request, route));
        } else {
            pass(request, reply, answer -> told(answer, List.of(undocumented())));
        }
    }

    private static Violation undocumented() {
        return new Violation(
                Violation.In.PATH, "", "", "the contract has no operation that fits this request", "/paths");
    }

    private void respond(RouteResult.Matched route, MockRequest request, Consumer<MockResponse> reply) {
        List<Violation> found = new ArrayList<>();
        if (settings.validateRequests()) {
            Validated validated = contract.validate(route, request, Strictness.LENIENT);
            if (settings.problems() && !validated.isValid()) {
                reply.accept(RequestProblems.refused(validated));
                return;
            }
            found.addAll(validated.violations());
        }
        ResponseValidator responses = contract.operation(route.operation()).responses();
        pass(request, reply, answer -> {
            List<Violation> broken = responses.validate(answer);
            if (broken.isEmpty()) {
                responses
                        .mediaType(answer)
                        .ifPresent(documented -> listener.onAnswer(route.operation(), documented, answer));
            }
            if (settings.problems() && !broken.isEmpty()) {
                return ProblemBody.of(502, "The upstream's answer breaks the contract.")
                        .violations(broken)
                        .response();
            }
            found.addAll(broken);
            return told(Deprecation.noted(route.operation(), answer), found);
        });
    }

    private static MockResponse told(MockResponse answer, List<Violation> violations) {
        return violations.isEmpty() ? answer : answer.with(ViolationsHeader.of(violations));
    }

    /** Answers of our own about an upstream that cannot be reached are not examined. */
    private void pass(MockRequest request, Consumer<MockResponse> reply, UnaryExamination examination) {
        CompletableFuture<Void> unused = upstream.forward(request).thenAccept(answer -> {
            boolean ours = answer.status() >= 502
                    && answer.header("Content-Type").orElse("").equals("application/problem+json");
            reply.accept(ours ? answer : examination.examine(answer));
        });
    }

    /** Looks at an answer and perhaps replaces it. */
    private interface UnaryExamination {
        MockResponse examine(MockResponse answer);
    }
}
