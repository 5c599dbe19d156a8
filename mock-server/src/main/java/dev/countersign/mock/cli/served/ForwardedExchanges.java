package dev.countersign.mock.cli.served;

import dev.countersign.mock.CompiledContract;
import dev.countersign.mock.Mock;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.explain.Forwarded;
import dev.countersign.mock.proxy.ProxiedExchange;
import dev.countersign.mock.proxy.ProxyListener;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.validate.Strictness;
import dev.countersign.mock.validate.Validated;
import dev.countersign.mock.validate.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a request that a real server answers beside those that the mock answers.
 *
 * @param request outlives the answer
 * @param upstream the real server's address, as it may be shown
 */
record ForwardedExchanges(
        ServedDocument document, MockRequest request, String upstream, ProxyNotes notes, Optional<Journal> journal)
        implements ProxyListener {
    @Override
    public void onEnd(ProxiedExchange exchange) {
        notes.onEnd(exchange);
        Mock mock = document.mock().join().current();
        CompiledContract contract = mock.compiled();
        RouteResult route = contract.route(request, Strictness.LENIENT);
        Optional<Validated> validated = route instanceof RouteResult.Matched matched
                ? Optional.of(contract.validate(matched, request, Strictness.LENIENT))
                : Optional.empty();
        Explanation explanation = Explanation.ofForwarded(
                request,
                route,
                validated,
                new Forwarded(exchange.passedOn() ? Optional.of(upstream) : Optional.empty(), ofAnswer(exchange)),
                new MockResponse(exchange.status(), List.of(), new byte[0]));
        if (document.control().isActive()) {
            document.control().onForwarded(explanation, exchange.took());
        }
        journal.ifPresent(each -> each.onExchange(mock, explanation));
    }

    private static List<String> ofAnswer(ProxiedExchange exchange) {
        List<String> sentences = new ArrayList<>(exchange.violations().stream()
                .filter(violation -> switch (violation.in()) {
                    case RESPONSE_STATUS, RESPONSE_HEADER, RESPONSE_BODY -> true;
                    default -> false;
                })
                .map(Violation::sentence)
                .toList());
        if (!exchange.note().isEmpty()) {
            sentences.add(exchange.note());
        }
        return sentences;
    }
}
