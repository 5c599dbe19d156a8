package dev.countersign.verify.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that runs as a process of its own until it is closed. It picks its port and prints its address. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ADDRESS = Pattern.compile("https?://[0-9A-Za-z.:\\[\\]-]+:[1-9][0-9]*");

    private final Process process;
    private final URI url;
    private final Output output;
    private final Thread reader;

    private ServerProcess(Process process, URI url, Output output, Thread reader) {
        this.process = process;
        this.url = url;
        this.output = output;
        this.reader = reader;
    }

    /** The last lines that a process has printed. */
    private static final class Output {
        private static final int KEPT = 100;
        private final Deque<String> lines = new ArrayDeque<>();

        synchronized void add(String line) {
            if (lines.size() == KEPT) {
                lines.removeFirst();
            }
            lines.add(line);
        }

        synchronized List<String> lines() {
            return List.copyOf(lines);
        }
    }

    /**
     * Starts a server and waits until it says where it listens.
     *
     * @param name what the server is called in error messages
     * @param announcement part of the line that holds the address; every other line is passed over
     * @param command the command and its arguments
     * @throws IllegalStateException when it ends, or says nothing for a minute
     */
    public static ServerProcess start(String name, String announcement, List<String> command) {
        Output output = new Output();
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started: " + e.getMessage(), e);
        }
        // A test run that is broken off closes nothing.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        CompletableFuture<URI> address = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, announcement, output, address), name + " output");
        reader.setDaemon(true);
        reader.start();
        try {
            return new ServerProcess(process, address.get(PATIENCE.toSeconds(), TimeUnit.SECONDS), output, reader);
        } catch (ExecutionException | TimeoutException e) {
            stop(process);
            throw new IllegalStateException(
                    name + " did not start: " + String.join(System.lineSeparator(), output.lines()), e);
        } catch (InterruptedException e) {
            stop(process);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + name + " was starting", e);
        }
    }

    private static void read(Process process, String announcement, Output output, CompletableFuture<URI> address) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                Matcher found = ADDRESS.matcher(line);
                if (!address.isDone() && line.contains(announcement) && found.find()) {
                    address.complete(URI.create(found.group()));
                }
            }
            address.completeExceptionally(new IOException("it ended"));
        } catch (IOException e) {
            address.completeExceptionally(e);
        }
    }

    /** Where it listens, without a path. */
    public URI url() {
        return url;
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has ended, or ends within this time. */
    public boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The last lines that it has printed. */
    public List<String> output() {
        return output.lines();
    }

    /** Ends the process and those that it started. What it has printed until then has been read. */
    @Override
    public void close() {
        stop(process);
        try {
            reader.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.toHandle().destroy(); // Process.destroy would leave its last words unread.
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
