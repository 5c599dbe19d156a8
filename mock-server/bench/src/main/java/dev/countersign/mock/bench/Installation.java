package dev.countersign.mock.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.jetty.util.Jetty;
import tools.jackson.databind.json.JsonMapper;

/** What of the peers is there, in which version, and how each is started. */
final class Installation {
    private final Path bench;
    private final Path modules;

    /** Of the benchmark's folder. */
    Installation(Path bench) {
        this.bench = bench;
        modules = bench.resolve("peers/node_modules");
    }

    /** Why a peer cannot be started, in one line; empty where it can. */
    Optional<String> missing(Peer peer) {
        Path needed = program(peer);
        return Files.exists(needed)
                ? Optional.empty()
                : Optional.of(peer.title() + " is left out: there is no " + needed.normalize());
    }

    private Path program(Peer peer) {
        return switch (peer) {
            case OURS, WATCHED, BLIND -> Path.of(ours().get(0));
            case PRISM -> modules.resolve("@stoplight/prism-cli/dist/index.js");
            case BACKEND -> modules.resolve("openapi-backend/package.json");
            case MOCKOON -> modules.resolve("@mockoon/cli/bin/run.js");
            case WIREMOCK -> bench.resolve("target/peers/wiremock.jar");
            case MOCKSERVER -> bench.resolve("target/peers/mockserver.jar");
            case BARE, JETTY -> java();
            case NGINX -> nginx();
        };
    }

    /** The version of a peer that is there; empty for what has none. */
    String version(Peer peer) throws IOException {
        return switch (peer) {
            case OURS, WATCHED, BLIND -> "";
            case PRISM -> ofModule("@stoplight/prism-cli");
            case BACKEND -> ofModule("openapi-backend");
            case MOCKOON -> ofModule("@mockoon/cli");
            case WIREMOCK -> System.getProperty("bench.wiremock", "");
            case MOCKSERVER -> System.getProperty("bench.mockserver", "");
            case BARE -> ofLibrary("/META-INF/maven/io.javalin/javalin/pom.properties");
            case JETTY -> Jetty.VERSION;
            case NGINX -> said(nginx().toString(), "-v").replaceAll("[^0-9.]", "");
        };
    }

    /** The command that starts a server on a document, with the files that it needs written to a folder. */
    List<String> command(Peer peer, BenchmarkDocument document, int port, Path folder) throws IOException {
        String file = document.file().toString();
        String at = String.valueOf(port);
        return switch (peer) {
            case OURS, WATCHED -> ours("serve", file, "--port", at, "-v", "silent");
            case BLIND -> ours("serve", file, "--port", at, "-v", "silent", "--console", "none");
            case PRISM -> prism("mock", port, file);
            case BACKEND -> node(bench.resolve("peers/openapi-backend.js"), file, at);
            case MOCKOON ->
                node(program(peer), "start", "-d", file, "-p", at, "-l", "127.0.0.1", "-X", "--disable-admin-api");
            case WIREMOCK ->
                List.of(
                        java().toString(),
                        "-jar",
                        program(peer).toString(),
                        "--bind-address",
                        "127.0.0.1",
                        "--port",
                        at,
                        "--disable-banner",
                        "--no-request-journal",
                        "--root-dir",
                        Stubs.wireMock(document, folder.resolve("wiremock")).toString());
            case MOCKSERVER ->
                List.of(
                        java().toString(),
                        "-Dmockserver.localBoundIP=127.0.0.1",
                        "-Dmockserver.logLevel=OFF",
                        "-Dmockserver.disableSystemOut=true",
                        "-jar",
                        program(peer).toString(),
                        "-serverPort",
                        at);
            case BARE -> javaClass(BareJavalin.class, at);
            case JETTY -> javaClass(BareJetty.class, at);
            case NGINX -> nginx(Stubs.nginx(port, folder.resolve("nginx")));
        };
    }

    /** Our program with these arguments; {@code bench.ours} names another one. */
    List<String> ours(String... arguments) {
        String launcher = bench.resolve("../target/mock-server").normalize().toString();
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("bench.ours", launcher).split(" ", -1)));
        command.addAll(List.of(arguments));
        return command;
    }

    /** A Java program of the benchmark's own, with the JVM's defaults. */
    List<String> javaClass(Class<?> main, String... arguments) {
        return Stream.concat(
                        Stream.of(java().toString(), "-cp", System.getProperty("java.class.path"), main.getName()),
                        Stream.of(arguments))
                .toList();
    }

    /** A program for Node. */
    List<String> node(Path program, String... arguments) {
        return Stream.concat(Stream.of("node", program.toString()), Stream.of(arguments))
                .toList();
    }

    /** nginx as one process in the foreground, with the configuration in this folder. */
    List<String> nginx(Path configured) {
        return List.of(nginx().toString(), "-e", "stderr", "-p", configured.toString(), "-c", "nginx.conf");
    }

    /** One of Prism's commands, without its log. */
    List<String> prism(String command, int port, String... arguments) {
        List<String> line = new ArrayList<>(node(program(Peer.PRISM), command));
        line.addAll(List.of("-v", "silent", "-h", "127.0.0.1", "-p", String.valueOf(port)));
        line.addAll(List.of(arguments));
        return line;
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static Path nginx() {
        return Stream.concat(Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1)), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of("/usr/sbin/nginx"));
    }

    private String ofModule(String name) throws IOException {
        String text = Files.readString(modules.resolve(name).resolve("package.json"));
        return JsonMapper.shared().readTree(text).path("version").asString();
    }

    private static String ofLibrary(String resource) throws IOException {
        Properties properties = new Properties();
        try (var in = Installation.class.getResourceAsStream(resource)) {
            if (in != null) {
                properties.load(in);
            }
        }
        return properties.getProperty("version", "");
    }

    /** What a command prints, both streams together. */
    static String said(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    }
}
