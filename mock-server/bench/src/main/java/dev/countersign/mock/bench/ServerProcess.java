package dev.countersign.mock.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server as a real process, measured from outside through the operating system's own accounting. */
final class ServerProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final Process process;
    private final int port;
    private final long started;
    private final double firstAnswerSeconds;
    private final double startCpuSeconds;

    private ServerProcess(Process process, int port, long started, double firstAnswerSeconds) {
        this.process = process;
        this.port = port;
        this.started = started;
        this.firstAnswerSeconds = firstAnswerSeconds;
        this.startCpuSeconds = cpuSeconds();
    }

    /**
     * Starts a server and asks it until it first answers the request with 200.
     *
     * @param title what it is called in messages
     * @param preparation a request that makes it read what it serves, sent until it is answered with 201; empty for none
     */
    static ServerProcess start(
            String title, List<String> command, int port, byte[] preparation, byte[] request, Path log)
            throws IOException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean prepared = preparation.length == 0;
        while (System.nanoTime() - start < START_LIMIT.toNanos()) {
            if (!process.isAlive()) {
                throw new IOException(title + " ended at start; see " + log);
            }
            try (HttpConnection connection = new HttpConnection(port)) {
                prepared = prepared || connection.exchange(preparation) == 201;
                if (prepared && connection.exchange(request) == 200) {
                    return new ServerProcess(process, port, start, (System.nanoTime() - start) / 1e9);
                }
            } catch (IOException notYet) {
                // It is asked again.
            }
            LockSupport.parkNanos(2_000_000);
        }
        process.destroyForcibly();
        throw new IOException(title + " did not answer within " + START_LIMIT + "; see " + log);
    }

    int port() {
        return port;
    }

    double firstAnswerSeconds() {
        return firstAnswerSeconds;
    }

    /** CPU time until the first answer. */
    double startCpuSeconds() {
        return startCpuSeconds;
    }

    /** How long ago it was started. */
    double ageSeconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    /** CPU time that the process has used until now, in seconds, all threads together. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** The largest resident size until now in megabytes; not a number where the system does not tell. */
    double peakMegabytes() throws IOException {
        return megabytes("VmHWM:");
    }

    /** The resident size now, likewise. */
    double residentMegabytes() throws IOException {
        return megabytes("VmRSS:");
    }

    private double megabytes(String key) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (Files.exists(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith(key)) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
                }
            }
        }
        return Double.NaN;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
