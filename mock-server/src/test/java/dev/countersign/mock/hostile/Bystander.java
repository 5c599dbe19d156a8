package dev.countersign.mock.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A client that asks for what is right all the time, each time over a new connection, and notes its longest wait. */
final class Bystander implements Runnable {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int TIMEOUT_MILLIS = 30_000;

    private final int port;
    private final byte[] request;
    private volatile boolean done;
    private volatile long longestNanos;
    private volatile int answers;
    private volatile String failure = "";

    Bystander(int port, String target) {
        this.port = port;
        this.request = ("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void run() {
        while (!done) {
            long start = System.nanoTime();
            try (Connection connection = new Connection(port, TIMEOUT_MILLIS)) {
                connection.send(request);
                int status = connection.receive().status();
                failure = status < 500 ? failure : "status " + status;
            } catch (IOException e) {
                failure = e.toString();
            }
            longestNanos = Math.max(longestNanos, System.nanoTime() - start);
            answers++;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    void stop() {
        done = true;
    }

    double longestSeconds() {
        return longestNanos / 1e9;
    }

    int answers() {
        return answers;
    }

    /** Why the last request that failed did; empty when none did. */
    String failure() {
        return failure;
    }
}
