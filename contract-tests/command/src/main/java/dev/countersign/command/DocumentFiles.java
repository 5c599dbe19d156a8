package dev.countersign.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The files that a document is written in.
 *
 * @param paths absolute and normal, the document's own first; at least one
 */
public record DocumentFiles(List<Path> paths) {
    /** How the document is described where a command takes it as a file. */
    public static final String DOCUMENT = "The OpenAPI or Swagger document: a file, YAML or JSON.";

    public DocumentFiles {
        paths = List.copyOf(paths);
    }

    /** Where a copy of the document stands below a folder in which copies of all files lie to each other as these do. */
    public Path documentIn(Path folder) {
        return copyIn(folder, paths.get(0));
    }

    /** The same of any of its files. */
    public Path copyIn(Path folder, Path file) {
        return folder.resolve(base().relativize(file).toString());
    }

    /** The innermost folder that holds every file. */
    private Path base() {
        Path base = parent(paths.get(0));
        for (Path file : paths) {
            while (!file.startsWith(base)) {
                base = parent(base);
            }
        }
        return base;
    }

    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent(), "files of one document lie below one root");
    }

    /** Deletes a folder of copies with all that it holds; nothing when it is not there. */
    public static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
