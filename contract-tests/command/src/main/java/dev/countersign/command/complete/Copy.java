package dev.countersign.command.complete;

import dev.countersign.command.DocumentFiles;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
            DocumentFiles.delete(folder);
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
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.writeString(target, text(), StandardCharsets.UTF_8);
    }

    /** Writes all files; returns the document's own. */
    private Path writeInto(Path folder) throws IOException {
        DocumentFiles places = new DocumentFiles(List.copyOf(files.keySet()));
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Path target = places.copyIn(folder, file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue(), StandardCharsets.UTF_8);
        }
        return places.documentIn(folder);
    }
}
