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

    static String broken(String operation, RawServer server) {
        return operation + " got no answer: the connection to " + server.url().substring("http://".length()) + " broke";
    }
}
