package dev.countersign.client.packaging;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;

/**
 * Applications of others that use the packaged client. Maven resolves the class path of each, as its framework and our
 * published pom say together; what it downloads, the build's own repository keeps.
 */
final class Worlds implements AutoCloseable {
    private static final Path ORIGINAL = Path.of("src/test/resources/worlds");

    private final Path folder;
    private final Path repository;

    private Worlds(Path folder) {
        this.folder = folder.resolve("worlds");
        this.repository = folder.resolve("repository");
    }

    /** Those that can be resolved now; where nothing can be downloaded, the test is aborted with the reason. */
    static Worlds resolved(ClientJar client, List<DocumentedCall> calls, Path folder)
            throws IOException, InterruptedException {
        Worlds worlds = new Worlds(folder);
        try (Stream<Path> files = Files.walk(ORIGINAL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = worlds.folder.resolve(ORIGINAL.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(
                        copy,
                        Files.readString(file)
                                .replace("PACKAGE", client.packageName())
                                .replace("CLIENT", client.clientName())
                                .replace("${client.version}", client.version()));
            }
        }
        Path calling = Files.createDirectories(worlds.folder.resolve("calls"));
        Consumer.write(client, calls, calling);
        try {
            worlds.link(client);
            worlds.resolve();
            return worlds;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            worlds.close();
            throw e;
        }
    }

    /** With the client as this build has packaged it; everything else is linked from the build's own repository. */
    private void link(ClientJar client) throws IOException {
        Path build = Path.of(System.getProperty("maven.libraries"));
        Files.createDirectories(repository);
        for (String top : List.of("ch", "com", "io", "jakarta", "net", "org", "tools")) {
            Files.createDirectories(build.resolve(top));
        }
        try (Stream<Path> entries = Files.list(build)) {
            for (Path each : entries.filter(entry -> !entry.endsWith("dev")).toList()) {
                Files.createSymbolicLink(repository.resolve(each.getFileName()), each.toAbsolutePath());
            }
        }
        PlainMavenProject.publish(client.file(), "client", client.version(), repository);
        Path runtime = Path.of(System.getProperty("runtime.jar"));
        PlainMavenProject.publish(runtime, "countersign-client-runtime", client.version(), repository);
    }

    /** Takes the links away, so that nothing which cleans up can follow them. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> entries = Files.list(repository)) {
            for (Path each : entries.filter(Files::isSymbolicLink).toList()) {
                Files.delete(each);
            }
        }
    }

    private void resolve() throws IOException, InterruptedException {
        boolean windows = File.separatorChar == '\\';
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("maven.home"), "bin", windows ? "mvn.cmd" : "mvn")
                        .toString(),
                "--batch-mode",
                "--no-transfer-progress",
                "org.apache.maven.plugins:maven-dependency-plugin:" + System.getProperty("maven.dependencies")
                        + ":build-classpath",
                "-Dmaven.repo.local=" + repository,
                "-Dmdep.includeScope=runtime",
                "-Dmdep.outputFile=class-path.txt"));
        if ("offline=true".equals(System.getProperty("maven.mode"))) {
            command.add("--offline");
        }
        ProcessBuilder maven = new ProcessBuilder(command).directory(folder.toFile());
        maven.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        maven.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");
        try {
            Program.run(maven, folder.resolve("maven.txt"));
        } catch (AssertionError failed) {
            String said = Files.readString(folder.resolve("maven.txt"));
            said.lines()
                    .filter(line -> line.matches("(?i).*(could not transfer|cannot access|offline|unknown host).*"))
                    .findFirst()
                    .ifPresent(line ->
                            Assumptions.abort("nothing can be downloaded: " + line.replaceFirst("^\\[ERROR] ", "")));
            throw failed;
        }
    }

    /** Compiles an application and runs it, and tells what it prints. */
    List<String> run(String world, Path java, String url) throws IOException, InterruptedException {
        Path project = folder.resolve(world);
        String path = Files.readString(project.resolve("class-path.txt")).strip();
        Path classes = Files.createDirectories(project.resolve("classes"));
        compile(project, path, classes);
        ProcessBuilder program = new ProcessBuilder(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                classes + File.pathSeparator + path,
                "consumer.World",
                url);
        return Program.run(program, project.resolve("output.txt"));
    }

    private void compile(Path project, String path, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<String> options =
                List.of("-d", classes.toString(), "-classpath", path, "--release", "17", "-proc:none", "-nowarn");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> calls = Files.list(folder.resolve("calls"))) {
            List<Path> sources = new ArrayList<>(calls.toList());
            sources.add(folder.resolve("Values.java"));
            sources.add(project.resolve("World.java"));
            boolean compiles = compiler.getTask(
                            complaints, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiles) {
                throw new AssertionError(
                        "The application " + project.getFileName() + " does not compile:\n" + complaints);
            }
        }
    }

    /** The commands of every JDK of this machine that is at least as new as the build's own, that one first. */
    static List<Path> javas() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        List<Path> javas = new ArrayList<>(List.of(own.resolve("bin/java")));
        try (Stream<Path> others = Files.list(own.getParent())) {
            for (Path other : others.filter(Files::isDirectory).sorted().toList()) {
                Path release = other.resolve("release");
                Path java = other.resolve("bin/java");
                boolean link = Files.isSymbolicLink(other) || other.toRealPath().equals(own);
                if (!link && Files.exists(release) && Files.isExecutable(java) && feature(release) >= 17) {
                    javas.add(java);
                }
            }
        }
        return javas;
    }

    private static int feature(Path release) throws IOException {
        return Files.readAllLines(release).stream()
                .filter(line -> line.startsWith("JAVA_VERSION="))
                .map(line -> line.replaceAll("[^0-9.]", "").split("\\.")[0])
                .filter(version -> !version.isEmpty())
                .map(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }
}
