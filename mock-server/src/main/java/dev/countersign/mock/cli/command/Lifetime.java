package dev.countersign.mock.cli.command;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has to be ended with the process, what began last first. Thread-safe. */
public final class Lifetime {
    private final Deque<Runnable> endings = new ArrayDeque<>();

    /** Adds something that has begun. */
    public synchronized void onEnd(Runnable ending) {
        endings.push(ending);
    }

    /** Ends everything. */
    public synchronized void end() {
        while (!endings.isEmpty()) {
            endings.pop().run();
        }
    }

    private synchronized boolean hasBegun() {
        return !endings.isEmpty();
    }

    /** From now on, SIGTERM and SIGINT end a server in good order, with exit code 0. */
    public void endWithProcess() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (hasBegun()) {
                                end();
                                Runtime.getRuntime().halt(ExitCode.OK);
                            }
                        },
                        "end"));
    }
}
