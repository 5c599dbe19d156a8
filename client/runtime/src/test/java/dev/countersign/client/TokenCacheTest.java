package dev.countersign.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers that need a token while another fetches it. */
@Timeout(60) // They wait for each other.
class TokenCacheTest {
    private final CountDownLatch fetching = new CountDownLatch(1);
    private final CountDownLatch going = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    /** A caller, and the thread that it calls on. */
    private record Caller(FutureTask<Object> outcome, Thread thread) {
        static Caller of(Supplier<String> tokens) {
            FutureTask<Object> outcome = new FutureTask<>(() -> {
                String[] token = new String[1];
                Throwable failure = catchThrowable(() -> token[0] = tokens.get());
                return failure == null ? token[0] : failure;
            });
            Thread thread = new Thread(outcome);
            thread.start();
            return new Caller(outcome, thread);
        }

        /** The token, or why there is none. */
        Object told() throws Exception {
            return outcome.get();
        }

        void awaitWaiting() {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
    }

    private TokenCache.Token token() {
        if (asked.incrementAndGet() > 1) {
            return new TokenCache.Token("another", Instant.MAX);
        }
        fetching.countDown();
        try {
            going.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("no token today");
    }

    @Test
    void areAllToldWhyThereIsNone() throws Exception {
        TokenCache tokens = new TokenCache(this::token);
        List<Caller> callers = new ArrayList<>(List.of(Caller.of(tokens)));
        fetching.await();
        for (int i = 0; i < 5; i++) {
            callers.add(Caller.of(tokens));
        }
        callers.forEach(Caller::awaitWaiting);
        going.countDown();

        for (Caller caller : callers) {
            assertThat(caller.told()).hasToString("java.lang.IllegalStateException: no token today");
        }
        assertThat(asked).hasValue(1);
        assertThat(tokens.get()).isEqualTo("another");
    }

    @Test
    void doNotSufferFromTheInterruptOfTheOneThatFetches() throws Exception {
        TokenCache tokens = new TokenCache(this::token);
        Caller first = Caller.of(tokens);
        fetching.await();
        Caller second = Caller.of(tokens);
        second.awaitWaiting();
        first.thread().interrupt();

        assertThat(first.told()).isInstanceOf(IllegalStateException.class);
        assertThat(second.told()).isEqualTo("another");
    }

    @Test
    void endWithTheirOwnInterrupt() throws Exception {
        TokenCache tokens = new TokenCache(this::token);
        Caller first = Caller.of(tokens);
        fetching.await();
        Caller second = Caller.of(tokens);
        second.awaitWaiting();
        second.thread().interrupt();

        assertThat(second.told())
                .isInstanceOf(TokenException.class)
                .extracting(Object::toString)
                .asString()
                .endsWith("the token endpoint gave no token: the thread was interrupted");
        assertThat(first.outcome()).isNotDone();
        going.countDown();
        assertThat(first.told()).isInstanceOf(IllegalStateException.class);
        assertThat(asked).hasValue(1);
    }
}
