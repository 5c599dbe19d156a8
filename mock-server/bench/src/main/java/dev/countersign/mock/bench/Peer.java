package dev.countersign.mock.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The servers that are compared. */
enum Peer {
    OURS("countersign"),
    /** Ours while one console is open. */
    WATCHED("countersign, a console open"),
    /** Ours without a console. */
    BLIND("countersign --console none"),
    PRISM("prism 5.14 -v silent"),
    BACKEND("openapi-backend"),
    BARE("bare Javalin");

    private final String title;

    Peer(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    private List<String> ours(BenchmarkDocument document, int port, String... flags) {
        String bench = System.getProperty("bench.folder", ".");
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("bench.ours", Path.of(bench).resolve("../target/mock-server") + " serve")
                        .split(" ", -1)));
        command.addAll(List.of(document.file().toString(), "--port", String.valueOf(port), "-v", "silent"));
        command.addAll(List.of(flags));
        return command;
    }

    /** The command that starts this server on a document; {@code bench.ours} replaces ours. */
    List<String> command(BenchmarkDocument document, int port) {
        Path bench = Path.of(System.getProperty("bench.folder", "."));
        Path modules = bench.resolve("peers/node_modules");
        String file = document.file().toString();
        return switch (this) {
            case OURS, WATCHED -> ours(document, port);
            case BLIND -> ours(document, port, "--console", "none");
            case PRISM ->
                List.of(
                        "node",
                        modules.resolve("@stoplight/prism-cli/dist/index.js").toString(),
                        "mock",
                        "-v",
                        "silent",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(port),
                        file);
            case BACKEND ->
                List.of("node", bench.resolve("peers/openapi-backend.js").toString(), file, String.valueOf(port));
            case BARE ->
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareJavalin.class.getName(),
                        String.valueOf(port));
        };
    }
}
