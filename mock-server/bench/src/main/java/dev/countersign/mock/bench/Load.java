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

/** Requests on a fixed number of connections for a fixed time, each as soon as the last is answered, or at a rate. */
final class Load {
    static final int CONNECTIONS = 32;
    private static final int MAX_REQUESTS_PER_CONNECTION = 200_000;

    private Load() {}

    /**
     * What one load measured.
     *
     * @param requests how many were answered as expected
     * @param seconds for how long
     * @param p50Micros median time of one exchange
     * @param p99Micros 99th percentile of it
     */
    record Result(long requests, double seconds, double p50Micros, double p99Micros) {
        double perSecond() {
            return requests / seconds;
        }
    }

    /**
     * Loads a server.
     *
     * @param perSecond how many requests are sent in a second by all connections together; 0 for as many as are answered
     */
    static Result run(int port, byte[] request, int expectedClass, double seconds, int perSecond)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(threads.submit(() -> loop(port, request, expectedClass, end, perSecond)));
            }
            List<long[]> latencies = new ArrayList<>();
            for (Future<long[]> each : running) {
                latencies.add(each.get());
            }
            double took = (System.nanoTime() - start) / 1e9;
            long[] all =
                    latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Result(all.length, took, percentile(all, 0.5), percentile(all, 0.99));
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] loop(int port, byte[] request, int expectedClass, long end, int perSecond)
            throws IOException {
        long pause = perSecond == 0 ? 0 : 1_000_000_000L * CONNECTIONS / perSecond;
        long[] latencies = new long[MAX_REQUESTS_PER_CONNECTION];
        int count = 0;
        try (HttpConnection connection = new HttpConnection(port)) {
            for (long now = System.nanoTime(); now < end && count < latencies.length; ) {
                int status = connection.exchange(request);
                if (status / 100 != expectedClass) {
                    throw new IllegalStateException("expected " + expectedClass + "xx, got " + status);
                }
                long after = System.nanoTime();
                latencies[count++] = after - now;
                LockSupport.parkNanos(now + pause - after);
                now = pause == 0 ? after : Math.max(after, now + pause);
            }
        }
        return Arrays.copyOf(latencies, count);
    }

    private static double percentile(long[] sorted, double fraction) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (fraction * (sorted.length - 1))] / 1e3;
    }
}
