package dev.countersign.mock.control.access;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.render.ProblemBody;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who may give orders to a server, and see what was sent to it: this machine alone, or, where a token is set, those who know it.
 * Thread-safe.
 *
 * @param refusal why a request must not, by its header fields; empty when it may
 * @param token what has to be known; absent when nothing has
 */
public record Access(Function<Headers, Optional<String>> refusal, Optional<ControlToken> token) {
    private static final String ELSEWHERE =
            "Orders are taken from this machine alone. Start the server with --control-token to give them from elsewhere.";
    private static final String UNKNOWN =
            "The server's token is needed: Authorization: Bearer TOKEN. In a browser, open the console and log in.";
    private static final Header CHALLENGE = new Header("WWW-Authenticate", "Bearer realm=\"mock control\"");

    /**
     * The answer to a request that is not let in; empty when it is.
     *
     * @param local whether it came from this machine
     */
    public Optional<MockResponse> refused(Headers headers, boolean local) {
        Optional<String> reason = refusal.apply(headers);
        if (reason.isPresent()) {
            return Optional.of(ProblemBody.of(403, reason.get()).response());
        }
        if (token.isEmpty()) {
            return local
                    ? Optional.empty()
                    : Optional.of(ProblemBody.of(403, ELSEWHERE).response());
        }
        return token.get().isIn(headers)
                ? Optional.empty()
                : Optional.of(ProblemBody.of(401, UNKNOWN).response().with(CHALLENGE));
    }
}
