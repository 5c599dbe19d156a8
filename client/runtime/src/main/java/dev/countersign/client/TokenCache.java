package dev.countersign.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a token until shortly before it expires. Thread-safe: of many callers that find it expired, one fetches the next
 * and the others wait for it; if it cannot be fetched, all of them are told why. One that a server refuses before is renewed,
 * too.
 */
public final class TokenCache implements TokenSource {
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Supplier<Token> source;
    private final Clock clock;
    private volatile @Nullable Token current;
    private @Nullable CompletableFuture<Token> fetching;

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

    /**
     * The token.
     *
     * @throws TokenException when the thread is interrupted while another fetches it
     */
    @Override
    public String get() {
        while (true) {
            Token token = current;
            if (token != null && isFresh(token)) {
                return token.value();
            }
            CompletableFuture<Token> mine = new CompletableFuture<>();
            CompletableFuture<Token> running = begun(mine);
            if (running == null) {
                return fetched(mine).value();
            }
            Optional<Token> theirs = awaited(running);
            if (theirs.isPresent()) {
                return theirs.get().value();
            }
        }
    }

    /** The fetch that another has begun; null when this one has. */
    private synchronized @Nullable CompletableFuture<Token> begun(CompletableFuture<Token> mine) {
        CompletableFuture<Token> running = fetching;
        if (running == null) {
            fetching = mine;
        }
        return running;
    }

    private synchronized void ended(@Nullable Token token) {
        current = token;
        fetching = null;
    }

    private Token fetched(CompletableFuture<Token> told) {
        Token token = current;
        try {
            // Another may have fetched one between the look at it and the beginning.
            if (token == null || !isFresh(token)) {
                token = source.get();
            }
        } catch (RuntimeException | Error e) {
            ended(null);
            if (Thread.currentThread().isInterrupted()) {
                // What ends this call is no answer to the others, one of which is the next to fetch.
                told.cancel(false);
            } else {
                told.completeExceptionally(e);
            }
            throw e;
        }
        ended(token);
        told.complete(token);
        return token;
    }

    /** What another has fetched; empty when that one was interrupted. */
    private static Optional<Token> awaited(CompletableFuture<Token> running) {
        try {
            return Optional.of(running.get());
        } catch (CancellationException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenException("the thread was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the source of a token broke down", e.getCause());
        }
    }

    /** Forgets the token, if it is the one that is kept: another call may have renewed it already. */
    @Override
    public void refused(String token) {
        forget(token);
    }

    private synchronized void forget(String refused) {
        Token kept = current;
        if (kept != null && kept.value().equals(refused)) {
            current = null;
        }
    }

    private boolean isFresh(Token token) {
        return clock.instant().isBefore(token.expires().minus(MARGIN));
    }
}
