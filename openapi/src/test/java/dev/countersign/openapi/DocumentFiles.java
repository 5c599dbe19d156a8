package dev.countersign.openapi;

import dev.countersign.openapi.contract.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of a document, written for one test. */
public record DocumentFiles(Path folder) {
    public DocumentFiles with(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public LoadedContract load(String name) {
        return ContractLoader.load(folder.resolve(name));
    }

    /** The problem's text with the folder taken off, as a user beside the document would see it. */
    public String text(Problem problem) {
        return problem.toString().replace(folder + "/", "");
    }

    public List<String> texts(List<Problem> problems) {
        return problems.stream().map(this::text).toList();
    }
}
