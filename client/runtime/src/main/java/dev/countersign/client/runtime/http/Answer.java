package dev.countersign.client.runtime.http;

import dev.countersign.client.Headers;
import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.TransportException.Kind;
import dev.countersign.client.runtime.call.ApiRequest;
import java.io.InputStream;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes of what came in what the caller gets. A status that stands for an error is worth more than its body: it is kept
 * when the body cannot be read. A success without its body is none.
 */
final class Answer {
    private static final byte[] NOTHING = {};

    private final String operation;
    private final String authority;
    private final Receiver receiver;
    private final long most;
    private final Duration patience;

    /**
     * The answer to a request.
     *
     * @param most the longest body that is held, after decompression
     * @param patience how long a body that is handed out while it comes may be silent
     */
    Answer(ApiRequest request, Receiver receiver, long most, Duration patience) {
        this.operation = request.operation().name();
        this.authority = String.valueOf(request.base().getAuthority());
        this.receiver = receiver;
        this.most = most;
        this.patience = patience;
    }

    String operation() {
        return operation;
    }

    /** The answer with this body, as it came over the wire. */
    ReceivedResponse with(byte[] body) throws TransportFailure {
        ResponseInfo head = receiver.head().orElseThrow();
        ContentCoding coding = ContentCoding.of(head.headers());
        Optional<String> unknown = body.length == 0 ? Optional.empty() : coding.unknown();
        if (unknown.isPresent()) {
            return received(head, body, unknown.map(Answer::unreadable));
        }
        try {
            return received(head, coding.decoded(body, most), Optional.empty());
        } catch (TransportFailure e) {
            return brokenOff(e);
        }
    }

    /** The answer whose body is still to come. */
    ReceivedResponse live(LiveBody body) {
        ResponseInfo head = receiver.head().orElseThrow();
        ContentCoding coding = ContentCoding.of(head.headers());
        Optional<String> damage = coding.unknown().map(Answer::unreadable);
        if (damage.isPresent()) {
            body.stop();
            return received(head, NOTHING, damage);
        }
        InputStream stream = new LiveStream(
                body.read(patience),
                coding,
                error -> FailureReason.of(error, authority)
                        .after(head.statusCode())
                        .of(operation));
        return new ReceivedResponse(
                operation, head.statusCode(), headers(head), NOTHING, Optional.empty(), Optional.of(stream));
    }

    /**
     * The answer without its body, when a status has come that stands for an error.
     *
     * @throws TransportFailure when none has, or the caller did not want to wait any longer
     */
    ReceivedResponse brokenOff(Throwable error) throws TransportFailure {
        TransportFailure failure = FailureReason.of(error, authority);
        Optional<ResponseInfo> head = receiver.head();
        if (head.isEmpty()) {
            throw failure;
        }
        int status = head.get().statusCode();
        if (status < 300 || failure.kind() == Kind.CANCELLED || failure.kind() == Kind.CLOSED) {
            throw failure.after(status);
        }
        return received(head.get(), NOTHING, Optional.of("its body did not come whole: " + failure.what()));
    }

    /** A proxy's answer to CONNECT has no body for {@code java.net.http}, not even an empty one. */
    TransportFailure refusedByProxy(int status) {
        return FailureReason.refusedByProxy(authority, status);
    }

    private ReceivedResponse received(ResponseInfo head, byte[] content, Optional<String> damage) {
        return new ReceivedResponse(operation, head.statusCode(), headers(head), content, damage);
    }

    private static Headers headers(ResponseInfo head) {
        return Headers.of(head.headers());
    }

    /** What a server calls a coding may be anything. */
    private static String unreadable(String coding) {
        String word = coding.matches("[a-z0-9._+-]{1,20}") ? coding : "something unknown";
        return "its body is coded as " + word + ", which was not asked for and cannot be read";
    }
}
