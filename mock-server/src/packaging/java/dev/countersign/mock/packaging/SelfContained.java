package dev.countersign.mock.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes a folder that needs nothing of the machine: the server, its launcher, and a Java runtime of the modules that it uses. */
public final class SelfContained {
    /** What {@code jdeps} finds in the jar, without what only annotation processors and desktops need; TLS and archives beside. */
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.security.jgss",
            "java.sql",
            "java.xml",
            "jdk.crypto.ec",
            "jdk.unsupported",
            "jdk.zipfs");

    private SelfContained() {}

    /** Arguments: the folder to make, the jar, the home of a JDK, the launcher's folder, the document, and files to lay beside. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        delete(folder);
        Files.createDirectories(folder);
        Path runtime = folder.resolve("runtime");
        link(Path.of(args[2]), runtime);
        Files.copy(Path.of(args[1]), folder.resolve("mock-server.jar"));
        for (String beside : List.of(args).subList(5, args.length)) {
            Path file = Path.of(beside);
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        Package.make(folder, runtime, Path.of(args[3]), Path.of(args[4]), true);
    }

    private static void link(Path jdk, Path runtime) throws IOException, InterruptedException {
        Process jlink = new ProcessBuilder(
                        jdk.resolve("bin").resolve("jlink").toString(),
                        "--add-modules",
                        String.join(",", MODULES),
                        "--strip-java-debug-attributes",
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        runtime.toString())
                .inheritIO()
                .start();
        if (jlink.waitFor() != 0) {
            throw new IOException("jlink of " + jdk + " makes no runtime, see above; it needs a JDK with its jmods");
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
