package dev.countersign.mock.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes of a start, as the JVM keeps them: an ahead-of-time cache where the JVM knows that, made in one step; else a
 * static archive, made in two, because a dynamic one leaves out classes as old as those of picocli. A static archive fits
 * one place only: of a folder that moves only the list is kept, and the first start makes the archive.
 */
record ClassArchive(Path folder, Path java, boolean isCache, boolean moves) {
    private static final int FIRST_WITH_CACHE = 25;

    /** Without what another JVM left, which would be taken in place of this one's. */
    static ClassArchive of(Path folder, Path java, boolean moves) throws IOException {
        Files.deleteIfExists(folder.resolve("mock-server.aot"));
        Files.deleteIfExists(folder.resolve("mock-server.jsa"));
        return new ClassArchive(folder.toRealPath(), java, Runtime.version().feature() >= FIRST_WITH_CACHE, moves);
    }

    /** JVM options of a start; an older JVM passes over a cache that it does not know by name. */
    List<String> options(String prefix) {
        return isCache
                ? List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:AOTCache=" + prefix + "mock-server.aot")
                : List.of("-XX:SharedArchiveFile=" + prefix + "mock-server.jsa");
    }

    /** The server, started so that its classes are written down. */
    ProcessBuilder training() {
        return java(
                isCache ? "-XX:AOTCacheOutput=mock-server.aot" : "-XX:DumpLoadedClassList=mock-server.classes",
                "@mock-server.jvm",
                "-jar",
                jar());
    }

    /** Makes the archive of what was written down. */
    void complete() throws IOException, InterruptedException {
        if (moves && !isCache) {
            return;
        }
        if (!isCache) {
            Process dump = java(
                            "-Xshare:dump",
                            "-XX:SharedClassListFile=mock-server.classes",
                            "-XX:SharedArchiveFile=mock-server.jsa",
                            "-Xlog:disable",
                            "-classpath",
                            jar())
                    .inheritIO()
                    .start();
            if (dump.waitFor() != 0) {
                throw new IOException("the class archive cannot be made, see above");
            }
        }
        Path made = folder.resolve(isCache ? "mock-server.aot" : "mock-server.jsa");
        if (Files.notExists(made)) {
            throw new IOException(java + " made no " + made);
        }
    }

    /** As the launcher names it: an archive is for a class path of these very names. */
    private String jar() {
        return folder.resolve("mock-server.jar").toString();
    }

    private ProcessBuilder java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(folder.toFile());
    }
}
