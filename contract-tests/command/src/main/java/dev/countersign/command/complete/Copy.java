package dev.countersign.command.complete;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A document with new texts, in files that lie to each other as the old ones do.
 *
 * @param files the texts by their present files; the document's own is the first
 */
record Copy(Map<Path, String> files) {

    /** The text of a document of one file. */
    String text() {
        return files.values().iterator().next();
    }

    /** Reads the copy from a place of its own; what is found names the files as they will be. */
    List<Problem> read(Function<LoadedContract, List<Problem>> check) throws IOException {
        Path folder = Files.createTempDirectory("countersign-complete");
        try {
            Path document = writeInto(folder);
            return check.apply(ContractLoader.load(document)).stream()
                    .map(problem -> moved(problem, folder))
                    .toList();
        } catch (ContractException e) {
            throw new ContractException(
                    e.problems().stream().map(problem -> moved(problem, folder)).toList());
        } finally {
            delete(folder);
        }
    }

    private Problem moved(Problem problem, Path folder) {
        Problem.Place place = problem.place();
        Path file = Path.of(place.file()).toAbsolutePath().normalize();
        Path real = folder.toAbsolutePath().normalize();
        return file.startsWith(real)
                ? new Problem(
                        problem.severity(),
                        new Problem.Place(real.relativize(file).toString(), place.line(), place.pointer()),
                        problem.what(),
                        problem.fix())
                : problem;
    }

    /** Writes the one file, or all of them into a folder. */
    void write(Path target) throws IOException {
        if (files.size() > 1) {
            writeInto(target);
            return;
        }
        Files.createDirectories(parent(target.toAbsolutePath()));
        Files.writeString(target, text(), StandardCharsets.UTF_8);
    }

    /** Writes all files; returns the document's own. */
    private Path writeInto(Path folder) throws IOException {
        Path base = base();
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Path target = folder.resolve(base.relativize(file.getKey()).toString());
            Files.createDirectories(parent(target));
            Files.writeString(target, file.getValue(), StandardCharsets.UTF_8);
        }
        return folder.resolve(base.relativize(files.keySet().iterator().next()).toString());
    }

    /** The innermost folder that holds every file. */
    private Path base() {
        Path base = parent(files.keySet().iterator().next());
        for (Path file : files.keySet()) {
            while (!file.startsWith(base)) {
                base = parent(base);
            }
        }
        return base;
    }

    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent(), "files of one document lie below one root");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
