package dev.countersign.mock.cli.served;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.proxy.ValidatingProxy;
import dev.countersign.mock.server.Reply;
import dev.countersign.mock.server.Responder;
import java.util.Optional;

/**
 * A proxy beside a mock of the same document. While a console listens, its requests are kept among those of the mock, and operations
 * that are switched are answered by the mock. Thread-safe.
 *
 * @param document what it holds requests against
 * @param upstream the real server's address, as it may be shown
 * @param notes prints and records each exchange
 */
public record WatchedProxy(
        ServedDocument document, ValidatingProxy proxy, String upstream, ProxyNotes notes, Optional<Journal> journal)
        implements Responder, AutoCloseable {
    @Override
    public void respond(MockRequest request, Reply reply) {
        boolean active = document.control().isActive();
        if (!active && journal.isEmpty()) {
            proxy.respond(request, reply);
            return;
        }
        if (active && document.mock().join().respondSwitched(request, reply)) {
            return;
        }
        // The server's own request does not outlive the answer.
        MockRequest kept = request.kept();
        proxy.respond(kept, reply, new ForwardedExchanges(document, kept, upstream, notes, journal));
    }

    @Override
    public void close() {
        proxy.close();
    }
}
