package dev.countersign.mock.control;

import dev.countersign.mock.Mock;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.state.States;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls of the control API that are about what a mock remembers. Thread-safe. */
final class StateCalls {
    private final Supplier<Mock> mock;
    private final Events events;
    private volatile @Nullable Known known;

    /** What the last document marks as secret: consoles ask often, and it seldom changes. */
    private record Known(Mock mock, StateSummary summary) {}

    StateCalls(Supplier<Mock> mock, Events events) {
        this.mock = mock;
        this.events = events;
    }

    /** For people; a mock that remembers nothing says so. */
    MockResponse show(Session session) {
        Mock served = mock.get();
        return ControlApi.json(served.states()
                .map(states -> summary(served).json(states.save(session.name()), served.scenario()))
                .orElseGet(StateSummary::ofNothing));
    }

    private StateSummary summary(Mock served) {
        Known last = known;
        if (last == null || last.mock != served) {
            last = new Known(served, StateSummary.of(served.contract()));
            known = last;
        }
        return last.summary;
    }

    MockResponse save(Session session) {
        return ControlApi.json(states().save(session.name()));
    }

    MockResponse load(Session session, CallValues call) {
        Optional<String> fault = states().load(session.name(), call.body());
        if (fault.isPresent()) {
            throw new RefusedCallException(fault.get());
        }
        events.onState(session);
        return ControlApi.DONE;
    }

    MockResponse clear(Session session) {
        states().clear(session.name());
        events.onState(session);
        return ControlApi.DONE;
    }

    /** As part of a reset, where there may be nothing to clear. */
    void forget(Session session) {
        mock.get().states().ifPresent(states -> {
            states.clear(session.name());
            events.onState(session);
        });
    }

    private States states() {
        return mock.get()
                .states()
                .orElseThrow(() -> new RefusedCallException(
                        404, "This server remembers nothing. Start it with --stateful or --scenario."));
    }
}
