package dev.countersign.mock.cli.served;

import dev.countersign.mock.Mock;
import dev.countersign.mock.cli.document.CurrentDocument;
import dev.countersign.mock.cli.log.LogLine;
import dev.countersign.mock.cli.log.RequestLog;
import dev.countersign.mock.control.Control;
import dev.countersign.mock.delivery.Deliveries;
import dev.countersign.mock.delivery.InjectedError;
import dev.countersign.mock.exchange.Delivery;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.server.Reply;
import dev.countersign.mock.validate.Validated;
import dev.countersign.openapi.LoadedContract;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The mock that is being served, with the listeners to its exchanges. Thread-safe. */
public record ServedMock(
        CurrentDocument<Served> document,
        List<ExchangeListener> listeners,
        Control control,
        Optional<String> console,
        Optional<RequestLog> log) {
    /** What is made of a document. */
    public record Served(Mock mock, Deliveries deliveries) {}

    /** Copies the list. */
    public ServedMock {
        listeners = List.copyOf(listeners);
    }

    /** Answers a request. */
    public void respond(MockRequest request, Reply reply) {
        long begun = System.nanoTime();
        Served served = document.get();
        Explanation exchange = served.deliveries.inject()
                ? control.walk(served.mock, request, served.deliveries.injectedInto(request))
                : control.walk(served.mock, request);
        answer(served, exchange, reply, begun);
    }

    /**
     * Answers in place of a real server where the operation has been switched to the mock.
     *
     * @return whether it did
     */
    boolean respondSwitched(MockRequest request, Reply reply) {
        long begun = System.nanoTime();
        Served served = document.get();
        Optional<Explanation> exchange = control.switched(served.mock, request);
        exchange.ifPresent(each -> answer(served, each, reply, begun));
        return exchange.isPresent();
    }

    private void answer(Served served, Explanation exchange, Reply reply, long begun) {
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).onExchange(served.mock, exchange);
        }
        Delivery delivery = served.deliveries.of(exchange);
        boolean page = exchange.route() instanceof RouteResult.NotFound && FrontPage.isMeantBy(exchange.request());
        MockResponse answer = page ? FrontPage.of(served.mock.contract(), console) : exchange.reply();
        reply.send(answer, delivery);
        if (log.isPresent()) {
            log.get()
                    .add(line(
                            exchange,
                            answer.status(),
                            page ? "" : reason(exchange),
                            delivery,
                            System.nanoTime() - begun));
        }
    }

    private static LogLine line(Explanation exchange, int status, String reason, Delivery delivery, long nanos) {
        return new LogLine(
                Instant.now(),
                exchange.request().method(),
                exchange.request().path(),
                status,
                exchange.route() instanceof RouteResult.Matched matched
                        ? matched.operation().id()
                        : "",
                nanos,
                delivery.isPlain() ? reason : (reason + " (" + delivery + ")").strip());
    }

    private static String reason(Explanation exchange) {
        Optional<Validated> validated = exchange.validated();
        if (validated.isEmpty()) {
            return exchange.steps().get(0).outcome();
        }
        Optional<String> injected = exchange.response().status() < 400
                ? Optional.empty()
                : exchange.response().header(InjectedError.FIELD);
        return injected.map(why -> "injected " + why)
                .orElseGet(
                        () -> validated.get().isValid() ? "" : validated.get().summary());
    }

    /** Serves the document as it is now, and tells pages that are open. */
    void reload() {
        if (document.reload()) {
            control.onReload();
        }
    }

    /** Serves another document in its place; what is wrong with it, or nothing. */
    List<String> replace(Supplier<LoadedContract> other) {
        return reloaded(document.replace(other));
    }

    /** Serves the document again; what is wrong with it, or nothing. */
    List<String> restore() {
        return reloaded(document.restore());
    }

    private List<String> reloaded(List<String> problems) {
        if (problems.isEmpty()) {
            control.onReload();
        }
        return problems;
    }

    /** The mock of the document as it is now. */
    public Mock current() {
        return document.get().mock;
    }
}
