package dev.countersign.mock.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests on a fixed number of connections for a fixed time, each as soon as the last is answered, or at a rate.
 *
 * <p>At a rate, an exchange's time counts from the moment that its request was due, not from when it could be sent: what
 * waits behind a slow answer has waited, too (no coordinated omission).
 *
 * @param port where the server listens
 * @param request a whole HTTP/1.1 request
 * @param expectedClass the first digit of every answer's status; another one ends the benchmark
 * @param connections how many
 */
@SuppressWarnings("ArrayRecordComponent") // Loads are not compared.
record Load(int port, byte[] request, int expectedClass, int connections) {
    static final int CONNECTIONS = 32;
    private static final int MAX_REQUESTS = 4_000_000;

    /**
     * What one load measured.
     *
     * @param requests how many were answered as expected
     * @param seconds for how long
     * @param micros times of the exchanges
     */
    record Result(long requests, double seconds, Percentiles micros) {
        double perSecond() {
            return requests / seconds;
        }
    }

    /** What one connection measured. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Times(long[] nanos, int answered) {}

    /** Loads a server with as many requests as it answers. */
    Result full(double seconds) throws InterruptedException, ExecutionException {
        return at(0, seconds);
    }

    /** Loads a server with that many requests a second, by all connections together; 0 for as many as it answers. */
    Result at(int perSecond, double seconds) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            List<Future<Times>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                if (perSecond == 0) {
                    running.add(threads.submit(() -> each(end)));
                } else {
                    long pause = 1_000_000_000L * connections / perSecond;
                    long first = start + pause * i / connections;
                    running.add(threads.submit(() -> due(first, pause, end)));
                }
            }
            List<long[]> latencies = new ArrayList<>();
            long answered = 0;
            for (Future<Times> each : running) {
                latencies.add(each.get().nanos());
                answered += each.get().answered();
            }
            double took = (System.nanoTime() - start) / 1e9;
            long[] all =
                    latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Result(answered, took, Percentiles.of(all));
        } finally {
            threads.shutdownNow();
        }
    }

    private Times each(long end) throws IOException {
        long[] latencies = new long[MAX_REQUESTS / connections];
        int count = 0;
        try (HttpConnection connection = new HttpConnection(port)) {
            long now = System.nanoTime();
            do {
                exchange(connection);
                long after = System.nanoTime();
                latencies[count++] = after - now;
                now = after;
            } while (now < end && count < latencies.length);
        }
        return new Times(Arrays.copyOf(latencies, count), count);
    }

    /** Sends what is due until the end, late where it must be, and gives up after as long again. */
    private Times due(long first, long pause, long end) throws IOException {
        int wanted = (int) Math.max(0, (end - first + pause - 1) / pause);
        long[] latencies = new long[wanted];
        long giveUp = end + (end - first);
        int answered = 0;
        try (HttpConnection connection = new HttpConnection(port)) {
            for (; answered < wanted && System.nanoTime() < giveUp; answered++) {
                long due = first + pause * answered;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                exchange(connection);
                latencies[answered] = System.nanoTime() - due;
            }
        }
        // What was not sent at all has waited for this long at least.
        long now = System.nanoTime();
        for (int i = answered; i < wanted; i++) {
            latencies[i] = now - (first + pause * i);
        }
        return new Times(latencies, answered);
    }

    private void exchange(HttpConnection connection) throws IOException {
        int status = connection.exchange(request);
        if (status / 100 != expectedClass) {
            throw new IllegalStateException("expected " + expectedClass + "xx, got " + status);
        }
    }
}
