package dev.countersign.mock.cli;

import dev.countersign.mock.cli.command.Flags;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.json.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.JsonNode;

/** The file of {@code --record}. It must not be one of those that the document consists of. */
final class RecordingFile {
    private static final List<String> PATH_ITEMS = List.of("/paths", "/webhooks");

    private RecordingFile() {}

    static Optional<Path> of(ParseResult arguments, LoadedContract loaded) {
        String name = Flags.get(arguments, "--record", "");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Path file = path(name, arguments);
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isWritable(folder)) {
            throw Flags.refused(arguments, "--record must name a file in a folder that can be written to: " + name);
        }
        for (String part : files(loaded)) {
            if (isSame(file, part)) {
                throw Flags.refused(arguments, "--record would overwrite the document; name another file than " + name);
            }
        }
        return Optional.of(file);
    }

    private static Path path(String name, ParseResult arguments) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw Flags.refused(arguments, "--record is not a file name: " + name);
        }
    }

    /** Every file that something in the bundled document was read from. */
    private static Set<String> files(LoadedContract loaded) {
        JsonNode document = loaded.contract().document();
        Set<String> files = new TreeSet<>();
        files.add(loaded.origins().place("").file());
        PATH_ITEMS.forEach(holder -> add(holder, document.at(holder), loaded, files));
        for (String kind : document.path("components").propertyNames()) {
            String pointer = Pointer.child("/components", kind);
            add(pointer, document.path("components").path(kind), loaded, files);
        }
        return files;
    }

    private static void add(String pointer, JsonNode holder, LoadedContract loaded, Set<String> files) {
        for (String name : holder.propertyNames()) {
            files.add(loaded.origins().place(Pointer.child(pointer, name)).file());
        }
    }

    private static boolean isSame(Path file, String part) {
        try {
            return Files.exists(file) && Files.isSameFile(file, Path.of(part));
        } catch (IOException | InvalidPathException address) {
            return false;
        }
    }
}
