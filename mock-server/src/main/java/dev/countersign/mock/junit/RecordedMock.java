package dev.countersign.mock.junit;

import dev.countersign.mock.choose.Preference;
import dev.countersign.mock.exchange.Delivery;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.explain.Explanation;
import dev.countersign.mock.pact.ConsumerPact;
import dev.countersign.mock.route.RouteResult;
import dev.countersign.mock.server.Reply;
import dev.countersign.mock.validate.Strictness;
import dev.countersign.mock.validate.Validated;
import dev.countersign.openapi.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A mock that answers as the test prefers, and keeps what it was asked. Thread-safe. */
final class RecordedMock {
    private final CompiledDocument document;
    private final Optional<ConsumerPact> pact;
    private volatile Session session = new Session();

    /** Between two resets. A request that is still on its way at a reset belongs to what was before. */
    private static final class Session {
        volatile @Nullable TestPreference forAll;
        final Map<String, TestPreference> forOperation = new ConcurrentHashMap<>();
        final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    }

    RecordedMock(CompiledDocument document, Optional<ConsumerPact> pact) {
        this.document = document;
        this.pact = pact;
    }

    CompiledDocument document() {
        return document;
    }

    void reset() {
        session = new Session();
    }

    void prefer(TestPreference preference) {
        session.forAll = preference;
    }

    void prefer(Operation operation, TestPreference preference) {
        session.forOperation.put(operation.pointer(), preference);
    }

    List<RecordedRequest> requests() {
        return List.copyOf(session.requests);
    }

    void respond(MockRequest request, Reply reply) {
        Explanation exchange = walk(request);
        reply.send(
                exchange.reply(),
                exchange.preference().map(Preference::delivery).orElse(Delivery.PLAIN));
    }

    /** Recorded before it is answered: a client that has its answer finds its request. */
    Explanation walk(MockRequest request) {
        Session now = session;
        Explanation exchange = document.mock()
                .walk(preference(now, request)
                        .map(preference -> preference.addTo(request))
                        .orElse(request));
        pact.ifPresent(each -> each.add(document.mock(), exchange));
        now.requests.add(new RecordedRequest(
                copy(request),
                exchange.route(),
                exchange.validated().map(Validated::violations).orElse(List.of()),
                exchange.reply().status()));
        return exchange;
    }

    private Optional<TestPreference> preference(Session now, MockRequest request) {
        if (!now.forOperation.isEmpty()
                && document.compiled().route(request, Strictness.LENIENT) instanceof RouteResult.Matched matched) {
            TestPreference own = now.forOperation.get(matched.operation().pointer());
            if (own != null) {
                return Optional.of(own);
            }
        }
        return Optional.ofNullable(now.forAll);
    }

    /** Its headers are a view that ends with the exchange. */
    private static MockRequest copy(MockRequest request) {
        return new MockRequest(
                request.method(),
                request.path(),
                request.query(),
                Headers.of(request.headers().fields()),
                request.body());
    }
}
