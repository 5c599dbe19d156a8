package dev.countersign.verify.plugin;

import dev.countersign.mock.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A mock server that serves another document than the one that it is given: with one field under another name. */
public final class RenamingMock {
    static final String FIELD = "article";

    private RenamingMock() {}

    /** Serves {@code serve DOCUMENT …} so. */
    public static void main(String[] args) throws IOException {
        Path document = Path.of(args[1]);
        Path changed = Files.createTempFile("renamed", ".json");
        changed.toFile().deleteOnExit();
        Files.writeString(changed, Files.readString(document).replace('"' + FIELD + '"', "\"item\""));
        args[1] = changed.toString();
        Main.main(args);
    }

    /** A jar that starts it. */
    static Path jar(Path file, Path mockServer) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, RenamingMock.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                Path.of("target/test-classes").toAbsolutePath().toUri() + " "
                        + mockServer.toAbsolutePath().normalize().toUri());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            jar.finish();
        }
        return file;
    }
}
