package dev.countersign.mock.cli.log;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Prints a line for each exchange, on a thread of its own, so that no client waits for a terminal. Lines that come faster than
 * they can be printed are counted and not shown. Thread-safe.
 */
public final class RequestLog {
    private static final int MOST_WAITING = 4096;

    /** How lines are written. */
    enum Format {
        text,
        json,
        none
    }

    private final BlockingQueue<LogLine> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final Function<LogLine, String> format;
    private final PrintStream out;

    RequestLog(Function<LogLine, String> format, PrintStream out) {
        this.format = format;
        this.out = out;
    }

    /** Begins to print, without keeping the process alive. */
    RequestLog start() {
        Thread thread = new Thread(this::print, "request-log");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** Takes a line. */
    public void add(LogLine line) {
        if (!waiting.offer(line)) {
            lost.incrementAndGet();
        }
    }

    private void print() {
        List<LogLine> lines = new ArrayList<>();
        try {
            while (true) {
                lines.add(waiting.take());
                waiting.drainTo(lines);
                print(lines);
                lines.clear();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(List<LogLine> lines) {
        StringBuilder text = new StringBuilder();
        for (LogLine line : lines) {
            text.append(format.apply(line)).append(System.lineSeparator());
        }
        out.print(text);
        long more = lost.getAndSet(0);
        if (more > 0) {
            out.println("… and " + more + " more");
        }
        out.flush();
    }
}
