package dev.countersign.client.runtime;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads of asynchronous calls, none of which waits for an answer. They keep no JVM alive, and end when idle. */
final class Threads {
    private static final int FEW = 8;
    private static final int IDLE_SECONDS = 10;

    private Threads() {}

    /** For what may block before an answer is there: sources of tokens, and pauses of a caller's own. */
    static ExecutorService few() {
        ThreadPoolExecutor few = new ThreadPoolExecutor(
                FEW, FEW, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Threads::daemon);
        few.allowCoreThreadTimeOut(true);
        return few;
    }

    /**
     * For what callers do with a result. They may well wait there for another call, so there must be no end of threads,
     * and it must not be the thread that hears of answers; but for those that come after all is closed.
     */
    static ExecutorService asNeeded() {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Threads::daemon,
                (task, closed) -> task.run());
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "countersign-client");
        thread.setDaemon(true);
        return thread;
    }
}
