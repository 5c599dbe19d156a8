package dev.countersign.client;

import java.time.Duration;

/** How a client waits between retries; replaced in tests. */
@FunctionalInterface
public interface Pause {
    /**
     * Waits.
     *
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    void sleep(Duration duration) throws InterruptedException;
}
