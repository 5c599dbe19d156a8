package dev.countersign.mock.proxy;

import dev.countersign.mock.exchange.MockResponse;
import org.eclipse.jetty.io.Content;

/**
 * An answer of the real server whose body is still to come.
 *
 * @param head status and the header fields that are passed on; its body is empty
 * @param body must be read to its end, or failed
 */
record UpstreamAnswer(MockResponse head, Content.Source body) {
    /** Whether the head says how long the body is. */
    boolean isLengthKnown() {
        return head.header("Content-Length").isPresent();
    }
}
