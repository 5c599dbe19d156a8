package dev.countersign.mock.hostile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The packaged server as a process of its own, started as users start it. */
final class HostileServer implements AutoCloseable {
    private final Process process;
    private final int port;

    private HostileServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static HostileServer start(Path launcher, Path document) throws IOException {
        Process process = new ProcessBuilder(
                        List.of(launcher.toString(), "serve", document.toString(), "--port", "0", "-v", "silent"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String greeting = out.readLine();
        if (greeting == null) {
            process.destroyForcibly();
            throw new IOException("the server did not start with " + document);
        }
        Thread drain = new Thread(() -> out.lines().forEach(line -> {}));
        drain.setDaemon(true);
        drain.start();
        return new HostileServer(process, Integer.parseInt(greeting.replaceAll(".*:([0-9]+)/?$", "$1")));
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The largest resident size until now in megabytes; 0 where the system does not tell. */
    long peakMegabytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
