package dev.countersign.openapi.document;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/** Finds the files of this machine that references mean. */
final class LocalFiles {
    private LocalFiles() {}

    /**
     * The file at an address; where none is there, one whose name is what the author wrote to the letter, or is put together
     * of other code points (macOS and Linux write an umlaut in different ways).
     *
     * @param from the file that holds the reference
     * @param written the reference as it is written, without its fragment
     */
    static Path find(URI address, URI from, String written) throws BrokenReferenceException {
        Path named = path(address);
        if (Files.exists(named)) {
            return named;
        }
        for (String other : List.of(
                written,
                Normalizer.normalize(named.toString(), Normalizer.Form.NFC),
                Normalizer.normalize(named.toString(), Normalizer.Form.NFD))) {
            Optional<Path> candidate = beside(from, other).filter(Files::exists);
            if (candidate.isPresent()) {
                return candidate.get();
            }
        }
        return named;
    }

    private static Optional<Path> beside(URI file, String name) {
        try {
            return Optional.of(Path.of(file).resolveSibling(name).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** A reference such as {@code file:x}, {@code //host/x} or {@code x?y} is a URI, and names no file. */
    private static Path path(URI address) throws BrokenReferenceException {
        try {
            return Path.of(address);
        } catch (InvalidPathException e) {
            throw new BrokenReferenceException(
                    "\"" + address + "\" is no name of a file here: " + e.getReason() + ".",
                    "Rename the file, or set the locale to UTF-8 if the name is right.");
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw new BrokenReferenceException(
                    "\"" + address + "\" names no file.",
                    "Write the path of a file, relative to the file that holds the reference.");
        }
    }

    /** The bytes of a file; pipes and devices, which might never end, are not read. */
    static byte[] read(Path file, String name) throws BrokenReferenceException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new BrokenReferenceException(
                    "\"" + name + "\" is no regular file.",
                    "Name a YAML or JSON file; folders, pipes and devices are not read.");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BrokenReferenceException(
                    Files.exists(file)
                            ? "The file \"" + name + "\" cannot be read."
                            : "There is no file \"" + name + "\" beside the document.",
                    "Correct the path; it is relative to the file that holds the reference.");
        }
    }

    /** The file itself, links followed; the path as it is where there is none. */
    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
