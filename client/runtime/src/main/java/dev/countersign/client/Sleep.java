package dev.countersign.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Lets the time pass; for asynchronous calls without a thread that waits for it. */
final class Sleep implements Pause {
    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
    }

    @Override
    public CompletableFuture<Void> later(Duration duration, Executor workers) {
        Executor delayed = CompletableFuture.delayedExecutor(duration.toNanos(), TimeUnit.NANOSECONDS, workers);
        return CompletableFuture.runAsync(() -> {}, delayed);
    }
}
