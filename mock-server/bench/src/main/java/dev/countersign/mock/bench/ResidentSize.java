package dev.countersign.mock.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The resident size of a server, once a second until it is closed. */
final class ResidentSize implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Double> samples = new ArrayList<>();

    ResidentSize(ServerProcess server) {
        Thread sampling = new Thread(() -> sample(server), "resident size");
        sampling.setDaemon(true);
        sampling.start();
    }

    private void sample(ServerProcess server) {
        try {
            do {
                add(Math.round(server.residentMegabytes() * 10) / 10.0);
            } while (!closed.await(1, TimeUnit.SECONDS));
        } catch (IOException gone) {
            // There is nothing left to look at.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void add(double megabytes) {
        samples.add(megabytes);
    }

    /** Megabytes, in the order of time. */
    synchronized List<Double> megabytes() {
        return List.copyOf(samples);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
