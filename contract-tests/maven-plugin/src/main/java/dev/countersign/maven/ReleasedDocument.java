package dev.countersign.maven;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * A document that was released, by what names it.
 *
 * @param name a file, {@code git:REVISION}, {@code REVISION:PATH}, or the Maven coordinates of a client
 * @param folder what a file is relative to
 */
record ReleasedDocument(String name, Path folder) {
    private static final String IN_JAR = "META-INF/countersign/contract.json";

    /** A file, put into a folder where it is none already; what git has is left to the verification to fetch. */
    String fetch(Toolkit toolkit, Path into) throws IOException, MojoExecutionException, MojoFailureException {
        String[] coordinates = name.split(":", -1);
        if (coordinates.length != 3) {
            boolean ofGit = coordinates.length == 2 && coordinates[0].length() > 1;
            return !ofGit
                    ? folder.resolve(name).toString()
                    : coordinates[0].equals("git") ? name : coordinates[0] + ":" + folder.resolve(coordinates[1]);
        }
        File jar = toolkit.jar(coordinates[0], coordinates[1], coordinates[2]);
        try (JarFile open = new JarFile(jar)) {
            ZipEntry entry = open.getEntry(IN_JAR);
            if (entry == null) {
                throw new MojoFailureException(jar + " holds no contract; clients built by the goal \"module\" do");
            }
            try (InputStream content = open.getInputStream(entry)) {
                Files.createDirectories(into);
                Path copy = into.resolve("contract.json");
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
                return copy.toString();
            }
        }
    }
}
