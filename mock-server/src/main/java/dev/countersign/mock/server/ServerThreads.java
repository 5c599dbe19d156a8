package dev.countersign.mock.server;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the threads of a server. Jetty's own factory makes them on behalf of a security manager, which there is none of; to
 * find that out takes longer than all the threads of a start. Thread-safe.
 */
final class ServerThreads implements ThreadFactory {
    private final AtomicInteger made = new AtomicInteger();

    @Override
    public Thread newThread(Runnable work) {
        return new Thread(work, "mock-server-" + made.incrementAndGet());
    }
}
