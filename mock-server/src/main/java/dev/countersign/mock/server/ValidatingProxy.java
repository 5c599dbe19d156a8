package dev.countersign.mock.server;

import dev.countersign.mock.Examiner;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.render.Deprecation;
import dev.countersign.mock.render.ProblemBody;
import dev.countersign.mock.render.RouteProblems;
import dev.countersign.mock.render.ViolationsHeader;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.validate.Validated;
import dev.countersign.mock.validate.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Passes requests on to a real server and holds both directions against the contract. */
public final class ValidatingProxy implements Responder {
    private final Examiner examiner;
    private final ProxySettings settings;
    private final AnswerListener listener;
    private final Upstream upstream;

    /** A proxy in front of the server that the settings name. */
    public ValidatingProxy(Examiner examiner, ProxySettings settings) {
        this(examiner, settings, (operation, documented, answer) -> {});
    }

    /** The same with somebody who hears of every answer that fits the contract. */
    public ValidatingProxy(Examiner examiner, ProxySettings settings, AnswerListener listener) {
        this.listener = listener;
        this.examiner = examiner;
        this.settings = settings;
        this.upstream = new Upstream(settings.upstream(), settings.upstreamProxy(), settings.timeout());
    }

    @Override
    public void respond(MockRequest request, Consumer<MockResponse> reply) {
        RouteResult route = examiner.route(request);
        if (route instanceof RouteResult.Matched matched) {
            respond(matched, request, reply);
        } else if (settings.problems()) {
            reply.accept(
                    route instanceof RouteResult.MethodNotAllowed other
                            ? RouteProblems.methodNotAllowed(request, other)
                            : RouteProblems.notFound(request, (RouteResult.NotFound) route));
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
            Validated validated = examiner.request(route, request);
            if (settings.problems() && !validated.isValid()) {
                reply.accept(refusal(validated));
                return;
            }
            found.addAll(validated.violations());
        }
        pass(request, reply, answer -> {
            List<Violation> broken = examiner.response(route.operation(), answer);
            if (broken.isEmpty()) {
                examiner.mediaType(route.operation(), answer)
                        .ifPresent(documented -> listener.onAnswer(route.operation(), documented, answer));
            }
            if (settings.problems() && !broken.isEmpty()) {
                return ProblemBody.of(502, "The upstream's answer breaks the contract.")
                        .violations(broken)
                        .response();
            }
            found.addAll(broken);
            return told(route.operation().deprecated() ? Deprecation.noted(answer) : answer, found);
        });
    }

    private static MockResponse refusal(Validated validated) {
        int status =
                switch (validated.verdict()) {
                    case UNAUTHENTICATED -> 401;
                    case FORBIDDEN -> 403;
                    case TOO_LARGE -> 413;
                    case UNSUPPORTED_MEDIA_TYPE -> 415;
                    case MALFORMED -> 400;
                    default -> 422;
                };
        MockResponse problem = ProblemBody.of(status, validated.summary())
                .violations(validated.violations())
                .response();
        // RFC 9110 section 15.5.2: who is refused for want of a credential is told which.
        return validated.challenges().isEmpty()
                ? problem
                : problem.with(new Header("WWW-Authenticate", String.join(", ", validated.challenges())));
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
