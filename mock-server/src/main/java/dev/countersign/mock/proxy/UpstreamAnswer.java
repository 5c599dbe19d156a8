package dev.countersign.mock.proxy;

import dev.countersign.mock.exchange.MockResponse;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.Content;

/**
 * An answer of the real server whose body is still to come.
 *
 * @param head status and the header fields that are passed on; its body is empty
 * @param body must be read to its end, or failed
 */
record UpstreamAnswer(MockResponse head, Content.Source body) {
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    /** Whether the head says how long the body is. */
    boolean isLengthKnown() {
        return head.header("Content-Length").isPresent();
    }

    /** How long the head says that the body is, in bytes; -1 when it does not, or not in a number. */
    long announced() {
        String length = head.header("Content-Length").orElse("");
        return LENGTH.matcher(length).matches() ? Long.parseLong(length) : -1;
    }
}
