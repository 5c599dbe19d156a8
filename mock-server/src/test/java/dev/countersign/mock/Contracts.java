package dev.countersign.mock;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Contracts for tests, written where they are used. */
public final class Contracts {
    private Contracts() {}

    /** Reads a document. */
    public static Contract parse(String yaml) {
        try {
            Path file = Files.createTempFile("contract", ".yaml");
            try {
                Files.writeString(file, yaml);
                return ContractLoader.load(file).contract();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document of these paths, which are written without indentation. */
    public static Contract ofPaths(String paths) {
        return parse("openapi: 3.1.0\ninfo: {title: Test, version: '1'}\npaths:\n" + paths.indent(2));
    }

    /** A mock of these paths. */
    public static Mock mockOfPaths(String paths) {
        return Mock.compile(ofPaths(paths), MockOptions.DEFAULTS);
    }
}
