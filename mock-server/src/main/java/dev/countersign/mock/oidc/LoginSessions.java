package dev.countersign.mock.oidc;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.Pair;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who is logged in, by a cookie of their browser. Bounded; thread-safe. */
final class LoginSessions {
    private static final String COOKIE = "mock-login";

    private final Map<String, LoginSession> sessions = Grants.bounded();
    private final Grants grants;
    private final InstantSource clock;

    LoginSessions(Grants grants, InstantSource clock) {
        this.grants = grants;
        this.clock = clock;
    }

    /** Somebody new; the cookie is for the answer. */
    record Opened(LoginSession session, Header cookie) {}

    synchronized Opened open(String user) {
        String secret = grants.random();
        LoginSession session = new LoginSession(UUID.randomUUID().toString(), user, clock.instant());
        sessions.put(secret, session);
        return new Opened(session, cookie(secret));
    }

    /** Whom a request comes from. */
    synchronized Optional<LoginSession> of(Headers headers) {
        return secret(headers).map(sessions::get);
    }

    synchronized void close(String id) {
        sessions.values().removeIf(session -> session.id().equals(id));
        grants.revokeSession(id);
    }

    /** A cookie that ends the one of a session. */
    static Header noCookie() {
        return new Header("Set-Cookie", COOKIE + "=; Path=" + LoginServer.PATH + "; Max-Age=0; HttpOnly; SameSite=Lax");
    }

    private static Header cookie(String secret) {
        return new Header(
                "Set-Cookie", COOKIE + "=" + secret + "; Path=" + LoginServer.PATH + "; HttpOnly; SameSite=Lax");
    }

    private static Optional<String> secret(Headers headers) {
        return Pair.cookies(headers).stream()
                .filter(pair -> pair.name().equals(COOKIE))
                .map(Pair::raw)
                .findFirst();
    }
}
