package dev.countersign.maven;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * A document that was released, by what names it.
 *
 * @param name a file, {@code git:REVISION}, or the Maven coordinates of a client
 * @param current the document that it is compared with
 * @param folder what a file is relative to
 */
record ReleasedDocument(String name, Path current, Path folder) {
    private static final String GIT = "git:";
    private static final String IN_JAR = "META-INF/countersign/contract.json";

    /** Puts it into a folder where it is no file already, and says where it is. */
    Path fetch(Toolkit toolkit, Path into) throws IOException, MojoExecutionException, MojoFailureException {
        Path file = folder.resolve(name.startsWith(GIT) ? "" : name);
        if (Files.isRegularFile(file)) {
            return file;
        }
        if (name.startsWith(GIT)) {
            return ofGit(name.substring(GIT.length()), into);
        }
        String[] coordinates = name.split(":", -1);
        if (coordinates.length != 3) {
            throw new MojoFailureException("There is no released document " + file + ". Name a file, git:REVISION, or"
                    + " group:artifact:version of a client, with -Dreleased");
        }
        File jar = toolkit.jar(coordinates[0], coordinates[1], coordinates[2]);
        try (JarFile open = new JarFile(jar)) {
            ZipEntry entry = open.getEntry(IN_JAR);
            if (entry == null) {
                throw new MojoFailureException(jar + " holds no contract; clients built by the goal \"module\" do");
            }
            try (InputStream content = open.getInputStream(entry)) {
                return copy(content, into, "contract.json");
            }
        }
    }

    private Path ofGit(String revision, Path into) throws IOException, MojoFailureException {
        Path folderOfIt = Objects.requireNonNull(current.toAbsolutePath().getParent());
        String document = current.getFileName().toString();
        Process git = new ProcessBuilder(List.of("git", "show", revision + ":./" + document))
                .directory(folderOfIt.toFile())
                .start();
        try (InputStream content = git.getInputStream()) {
            Path copy = copy(content, into, document);
            if (git.waitFor() != 0) {
                String said = new String(git.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                throw new MojoFailureException("git has no " + document + " at " + revision + ": " + said.strip());
            }
            return copy;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoFailureException("git was interrupted");
        }
    }

    private static Path copy(InputStream content, Path into, String file) throws IOException {
        Files.createDirectories(into);
        Files.copy(content, into.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        return into.resolve(file);
    }
}
