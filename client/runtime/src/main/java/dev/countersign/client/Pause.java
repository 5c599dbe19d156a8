package dev.countersign.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** How a client waits between retries; replaced in tests. Thread-safe. */
@FunctionalInterface
public interface Pause {
    /**
     * Waits.
     *
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    void sleep(Duration duration) throws InterruptedException;

    /**
     * Waits for an asynchronous call; as long as {@link #sleep} does, and on a thread of the client, unless this is
     * overridden.
     *
     * @param workers the client's threads
     * @return completes when the time is over
     */
    default CompletableFuture<Void> later(Duration duration, Executor workers) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        sleep(duration);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new CompletionException(e);
                    }
                },
                workers);
    }
}
