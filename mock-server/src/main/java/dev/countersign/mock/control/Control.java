package dev.countersign.mock.control;

import dev.countersign.mock.Mock;
import dev.countersign.mock.delivery.InjectedError;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.explain.Explanation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A running mock under control. Until somebody has asked for its control API or its console, requests pass by and cost nothing;
 * from then on each is kept with its explanation, and answered as its operation is switched. Thread-safe.
 */
public final class Control {
    private final Sessions sessions = new Sessions();
    private final Events events = new Events();
    private final AtomicLong numbers = new AtomicLong();
    private final InstantSource clock;
    private final LongSupplier nanos;
    private volatile boolean active;

    /**
     * A control of one server.
     *
     * @param clock tells when a request came
     * @param nanos measures how long an answer took
     */
    public Control(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Answers a mocked request, and tells why. */
    public Explanation walk(Mock mock, MockRequest request) {
        return active ? exchange(mock, request).explanation() : mock.walk(request);
    }

    /** The same, with an error that may come in place of the answer. */
    public Explanation walk(Mock mock, MockRequest request, InjectedError error) {
        return active ? exchange(mock, request, Optional.of(error)).explanation() : error.in(mock.walk(request, error));
    }

    Exchange exchange(Mock mock, MockRequest request) {
        return exchange(mock, request, Optional.empty());
    }

    private Exchange exchange(Mock mock, MockRequest request, Optional<InjectedError> error) {
        Session session = sessions.of(request.headers());
        long begun = nanos.getAsLong();
        Taken taken = new Taken(session.answers(), request, error);
        Explanation explanation = taken.in(mock.walk(request, taken));
        return keep(session, explanation.kept(), nanos.getAsLong() - begun, taken.answer());
    }

    /** Answers a request as its operation is switched; empty where it is not, or not for such a request. */
    public Optional<Explanation> switched(Mock mock, MockRequest request) {
        Session session = sessions.of(request.headers());
        if (session.answers().isEmpty()) {
            return Optional.empty();
        }
        long begun = nanos.getAsLong();
        Taken taken = new Taken(session.answers(), request, Optional.empty());
        Explanation explanation = taken.in(mock.walk(request, taken));
        return taken.answer()
                .map(answer -> keep(session, explanation.kept(), nanos.getAsLong() - begun, taken.answer())
                        .explanation());
    }

    private Exchange keep(Session session, Explanation explanation, long took, Optional<SwitchedAnswer> switched) {
        Exchange exchange = new Exchange(numbers.incrementAndGet(), clock.instant(), took, explanation, switched);
        session.exchanges().add(exchange);
        events.onExchange(session, exchange);
        if (switched.filter(answer -> answer.times().isPresent()).isPresent()) {
            events.onAnswers(session);
        }
        return exchange;
    }

    /** Keeps a request that was answered elsewhere. */
    public void onForwarded(Explanation exchange, Duration took) {
        keep(sessions.of(exchange.request().headers()), exchange, took.toNanos(), Optional.empty());
    }

    /** Whether requests are kept: somebody has looked. */
    public boolean isActive() {
        return active;
    }

    /** From now on requests are kept, and answered as their operations are switched. */
    void activate() {
        active = true;
    }

    InstantSource clock() {
        return clock;
    }

    Sessions sessions() {
        return sessions;
    }

    Events events() {
        return events;
    }

    /** The document was loaded again. */
    public void onReload() {
        events.onReload();
    }
}
