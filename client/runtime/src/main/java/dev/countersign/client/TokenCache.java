package dev.countersign.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a token until shortly before it expires. Thread-safe: of many callers that find it expired, one fetches the next
 * and the others wait for it. One that a server refuses before is renewed, too.
 */
public final class TokenCache implements TokenSource {
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Supplier<Token> source;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Token current;

    /**
     * A token.
     *
     * @param value the secret
     * @param expires when it ends to be valid
     */
    public record Token(String value, Instant expires) {
        @Override
        public String toString() {
            return "Token[***, expires=" + expires + "]";
        }
    }

    /** Keeps what a source hands out. */
    public TokenCache(Supplier<Token> source) {
        this(source, Clock.systemUTC());
    }

    /** Keeps what a source hands out, by another clock. */
    public TokenCache(Supplier<Token> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public String get() {
        Token token = current;
        if (token != null && isFresh(token)) {
            return token.value();
        }
        fetching.lock();
        try {
            token = current;
            if (token == null || !isFresh(token)) {
                token = source.get();
                current = token;
            }
            return token.value();
        } finally {
            fetching.unlock();
        }
    }

    /** Forgets the token, if it is the one that is kept: another call may have renewed it already. */
    @Override
    public void refused(String token) {
        fetching.lock();
        try {
            Token kept = current;
            if (kept != null && kept.value().equals(token)) {
                current = null;
            }
        } finally {
            fetching.unlock();
        }
    }

    private boolean isFresh(Token token) {
        return clock.instant().isBefore(token.expires().minus(MARGIN));
    }
}
