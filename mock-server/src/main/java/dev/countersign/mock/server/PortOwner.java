package dev.countersign.mock.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The process that listens on a port, as far as the system tells it. */
final class PortOwner {
    private static final Path PROCESSES = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final long MOST_SECONDS = 2;

    private PortOwner() {}

    /** Its name and number, for instance {@code node (process 4711)}. */
    static Optional<String> of(int port) {
        return (Files.isReadable(PROCESSES.resolve("net/tcp")) ? ofProc(port) : ofList(port)).map(PortOwner::described);
    }

    private static String described(long process) {
        String command = ProcessHandle.of(process)
                .flatMap(handle -> handle.info().command())
                .map(path -> path.replaceFirst(".*[/\\\\]", ""))
                .orElse("");
        return command.isEmpty() ? "process " + process : command + " (process " + process + ")";
    }

    /** Linux: the socket's number, and who has it open. */
    private static Optional<Long> ofProc(int port) {
        Set<String> sockets = new HashSet<>();
        sockets(PROCESSES.resolve("net/tcp"), port, sockets);
        sockets(PROCESSES.resolve("net/tcp6"), port, sockets);
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(process -> hasOpen(process, sockets))
                .findFirst();
    }

    private static void sockets(Path table, int port, Set<String> sockets) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        try {
            for (String line : Files.readAllLines(table, StandardCharsets.US_ASCII)) {
                String[] fields = line.strip().split("\\s+", -1);
                if (fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTENING)) {
                    sockets.add("socket:[" + fields[9] + "]");
                }
            }
        } catch (IOException unreadable) {
            // Then no process is named.
        }
    }

    private static boolean hasOpen(long process, Set<String> sockets) {
        try (Stream<Path> open = Files.list(PROCESSES.resolve(process + "/fd"))) {
            return open.anyMatch(descriptor -> sockets.contains(target(descriptor)));
        } catch (IOException | RuntimeException somebodyElses) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException gone) {
            return "";
        }
    }

    /** Elsewhere than on Linux. */
    private static Optional<Long> ofList(int port) {
        try {
            Process list = new ProcessBuilder(List.of("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-t"))
                    .redirectErrorStream(true)
                    .start();
            list.getOutputStream().close();
            if (!list.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                list.destroyForcibly();
                return Optional.empty();
            }
            String first = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
            return first.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(first)) : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
