package dev.countersign.mock.state;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import java.util.Optional;

/** Answers out of what was requested before. Thread-safe. */
public interface Behaviour {
    /** The answer to a request that fits the contract and prefers nothing; empty where the document alone is to answer. */
    Optional<StatefulAnswer> answer(Visit visit);

    /** The answer to a request that no operation is meant by, such as one for the key set; nearly always empty. */
    default Optional<MockResponse> answerUnrouted(MockRequest request) {
        return Optional.empty();
    }

    /** What is remembered. */
    States states();

    /** The scenario by whose rules it answers; empty without one. */
    default Optional<ScenarioName> scenario() {
        return Optional.empty();
    }

    /** This one, and the other for what this leaves to the document. Both remember the same. */
    default Behaviour or(Behaviour other) {
        Behaviour first = this;
        return new Behaviour() {
            @Override
            public Optional<StatefulAnswer> answer(Visit visit) {
                return first.answer(visit).or(() -> other.answer(visit));
            }

            @Override
            public States states() {
                return first.states();
            }

            @Override
            public Optional<ScenarioName> scenario() {
                return first.scenario().or(other::scenario);
            }

            @Override
            public Optional<MockResponse> answerUnrouted(MockRequest request) {
                return first.answerUnrouted(request).or(() -> other.answerUnrouted(request));
            }
        };
    }
}
