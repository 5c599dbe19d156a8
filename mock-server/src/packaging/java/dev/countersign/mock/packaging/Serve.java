package dev.countersign.mock.packaging;

import java.io.IOException;
import java.nio.file.Path;

/** The end of {@code mvn -Pmock}: the packaged server, started fast, in the foreground. */
public final class Serve {
    private Serve() {}

    /**
     * Ends Maven with the server, and with its exit code: it has said itself why it ends, and nothing else is to be built.
     *
     * <p>Arguments: the folder of the packaged server, the home of the Java that runs it, the contract, host and port.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        Process server = new ProcessBuilder(
                        Path.of(args[1], "bin", "java").toString(),
                        "@archive.jvm",
                        "@mock-server.jvm",
                        "-jar",
                        folder.resolve("mock-server.jar").toString(),
                        "serve",
                        args[2],
                        "--host",
                        args[3],
                        "--port",
                        args[4],
                        "--stop-with-parent")
                .directory(folder.toFile())
                .inheritIO()
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
        System.exit(server.waitFor());
    }
}
