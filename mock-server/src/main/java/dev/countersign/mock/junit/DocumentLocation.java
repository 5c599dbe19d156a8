package dev.countersign.mock.junit;

import dev.countersign.openapi.LoadOptions;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.external.ExternalExamples;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Where a document stands.
 *
 * @param address of a file, or of a resource in a jar
 */
record DocumentLocation(URI address) {
    private static final System.Logger LOG = System.getLogger(DocumentLocation.class.getName());
    private static final int MOST_ERRORS = 10;

    /** Finds a document: a file, or else a resource on the class path of the tests. */
    static DocumentLocation of(String name, Class<?> test) {
        Path file = Path.of(name);
        if (Files.isRegularFile(file)) {
            return new DocumentLocation(file.toAbsolutePath().normalize().toUri());
        }
        URL resource = test.getResource(name.startsWith("/") ? name : "/" + name);
        if (resource == null) {
            throw new ExtensionConfigurationException("There is no document \"" + name + "\": neither a file "
                    + file.toAbsolutePath().normalize() + " nor a resource on the class path.");
        }
        return new DocumentLocation(URI.create(resource.toString()));
    }

    /**
     * Reads it, and says on standard error what is served without, because of errors in the document.
     *
     * @throws dev.countersign.openapi.contract.ContractException when it cannot be used
     */
    Contract load() {
        return "file".equals(address.getScheme()) ? read(Path.of(address)) : loadCopy();
    }

    /** What stands in a jar has no neighbours that a reference could reach, so that one file is enough. */
    private Contract loadCopy() {
        try (InputStream bytes = address.toURL().openStream()) {
            Path copy = Files.createTempFile("contract", address.toString().endsWith(".json") ? ".json" : ".yaml");
            try {
                Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
                return read(copy);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The document " + address + " cannot be read.", e);
        }
    }

    private static Contract read(Path document) {
        LoadedContract loaded = ExternalExamples.load(document, LoadOptions.DEFAULT);
        loaded.problems().stream()
                .filter(Problem::isError)
                .limit(MOST_ERRORS)
                .forEach(problem -> LOG.log(System.Logger.Level.WARNING, problem.toString()));
        return loaded.contract();
    }
}
