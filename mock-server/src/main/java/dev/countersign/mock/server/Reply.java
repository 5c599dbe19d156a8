package dev.countersign.mock.server;

import dev.countersign.mock.exchange.Delivery;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Content;

/** Takes the answer to one request: one of {@code send} and {@link #stream} is called, once, on any thread. */
public interface Reply {
    /** Whether the request came from this machine. */
    boolean isLocal();

    /** Announces that the answer takes its time: until it comes, silence is no reason to give the connection up. */
    void later();

    /** An answer that is there as a whole. */
    void send(MockResponse answer);

    /** An answer that is there as a whole, and reaches its client in some way. Waits without a thread. */
    void send(MockResponse answer, Delivery delivery);

    /**
     * An answer whose body is passed on piece by piece, as fast as the client takes it.
     *
     * @param head status and header fields; its body is not looked at
     * @param body is read to its end, or failed when the client is gone
     * @param trailers fields that are known only at the end (RFC 9110 section 6.5); asked for after the last piece was read
     */
    void stream(MockResponse head, Content.Source body, Supplier<List<Header>> trailers);
}
