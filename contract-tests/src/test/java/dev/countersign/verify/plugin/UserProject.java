package dev.countersign.verify.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A project that a Maven of its own builds, with the toolkit in a local repository of its own. */
record UserProject(Path folder, Path repository) {
    /** What came of a build. */
    record Build(int exitCode, List<String> lines) {}

    /** A copy of a project. */
    static UserProject in(Path folder, Path original, Path repository) throws IOException {
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(original.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return new UserProject(folder, repository);
    }

    Build run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(Objects.requireNonNull(System.getProperty("maven.home")), "bin", "mvn")
                        .toString(),
                "--offline",
                "--batch-mode",
                "--no-transfer-progress",
                "-Dmaven.repo.local=" + repository));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        // What the surrounding build was given is none of this one's business.
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");
        Process maven = builder.start();
        maven.getOutputStream().close();
        String said = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Build(maven.waitFor(), said.lines().toList());
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path target(String name) {
        return folder.resolve("target").resolve(name);
    }

    void replace(String file, String old, String by) throws IOException {
        String text = Files.readString(file(file));
        if (!text.contains(old)) {
            throw new IllegalStateException(file + " does not contain " + old);
        }
        Files.writeString(file(file), text.replace(old, by));
    }

    List<String> jarEntries(String jar) throws IOException {
        try (JarFile open = new JarFile(target(jar).toFile())) {
            return open.stream().map(ZipEntry::getName).toList();
        }
    }
}
