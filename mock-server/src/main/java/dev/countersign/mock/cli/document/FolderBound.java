package dev.countersign.mock.cli.document;

import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps a document that came from elsewhere from reading files outside a folder.
 *
 * @param folder the folder
 * @param open whether files outside it may be read all the same
 * @param asked is called with every file that may be read
 */
record FolderBound(Path folder, boolean open, Consumer<Path> asked) implements Consumer<Path> {
    @Override
    public void accept(Path file) {
        if (!open && !real(file).startsWith(real(folder))) {
            throw new ContractException(List.of(new Problem(
                    Problem.Severity.ERROR,
                    new Problem.Place(String.valueOf(file.getFileName()), Optional.empty(), ""),
                    "A document that was sent must not refer to files outside the folder of the one that it replaces.",
                    "Start the server with --allow-outside to allow it.")));
        }
        asked.accept(file);
    }

    /** Where links lead; a file that is not there has none. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException missing) {
            return file.toAbsolutePath().normalize();
        }
    }
}
