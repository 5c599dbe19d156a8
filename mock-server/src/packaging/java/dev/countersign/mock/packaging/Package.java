package dev.countersign.mock.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes {@code mock-server.jar} a program that starts fast: lays the launcher beside it, serves a document once, and
 * keeps the classes which that took in an archive. The archive fits only this jar and this JVM.
 */
public final class Package {
    private Package() {}

    /** Arguments: the jar's folder, the home of the Java that is to run it, the launcher's folder, and the document. */
    public static void main(String[] args) throws IOException, InterruptedException {
        make(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Path.of(args[3]), false);
    }

    /**
     * Makes a folder with a jar startable.
     *
     * @param moves whether the folder will be started elsewhere than here
     */
    static void make(Path folder, Path javaHome, Path launcher, Path document, boolean moves)
            throws IOException, InterruptedException {
        ClassArchive archive = ClassArchive.of(folder, javaHome.resolve("bin").resolve("java"), moves);
        layLauncher(launcher, folder, archive);
        Training.serve(document, archive.training());
        archive.complete();
    }

    private static void layLauncher(Path launcher, Path folder, ClassArchive archive) throws IOException {
        try (Stream<Path> files = Files.list(launcher)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path script = folder.resolve("mock-server");
        Files.writeString(script, Files.readString(script).replace("@archive@", inShell(archive.options("$here/"))));
        // The same for a JVM that is started in the folder itself.
        Files.write(folder.resolve("archive.jvm"), archive.options(""));
        if (!script.toFile().setExecutable(true, false)) {
            throw new IOException(script + " cannot be made executable");
        }
    }

    private static String inShell(List<String> options) {
        return options.stream().map(option -> '"' + option + '"').collect(Collectors.joining(" "));
    }
}
