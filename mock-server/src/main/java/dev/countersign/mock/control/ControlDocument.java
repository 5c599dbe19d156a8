package dev.countersign.mock.control;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadedContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The control API's own document. */
final class ControlDocument {
    private static final String NAME = "control.yaml";

    private ControlDocument() {}

    static LoadedContract read() {
        try (InputStream text = ControlDocument.class.getResourceAsStream(NAME)) {
            if (text == null) {
                throw new IOException(NAME + " is missing in the jar");
            }
            Path file = Files.createTempFile("mock-control", ".yaml");
            try {
                Files.copy(text, file, StandardCopyOption.REPLACE_EXISTING);
                return ContractLoader.load(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
