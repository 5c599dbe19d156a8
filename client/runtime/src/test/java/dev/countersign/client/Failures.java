package dev.countersign.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.client.TransportException.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a call must say when no answer comes. */
final class Failures {
    private Failures() {}

    static void assertFails(ThrowingCallable call, Kind kind, String message) {
        TransportException thrown = catchThrowableOfType(TransportException.class, call);

        assertThat(thrown).hasMessage(message);
        assertThat(thrown.kind()).isEqualTo(kind);
    }

    static String broken(String operation, RawServer server, String why) {
        return operation + " got no answer: " + connectionBroke(server, why);
    }

    static String brokenOff(String operation, RawServer server, String why) {
        return incomplete(operation, connectionBroke(server, why));
    }

    static String incomplete(String operation, String why) {
        return operation + " was answered with status 200, but not completely: " + why;
    }

    private static String connectionBroke(RawServer server, String why) {
        return "the connection to " + server.url().substring("http://".length()) + " broke: " + why;
    }
}
