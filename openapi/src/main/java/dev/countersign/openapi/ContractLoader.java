package dev.countersign.openapi;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.ContractReader;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.document.Bundler;
import dev.countersign.openapi.document.DialectCheck;
import dev.countersign.openapi.document.ExampleReferences;
import dev.countersign.openapi.document.Origins;
import dev.countersign.openapi.document.SelfReferences;
import dev.countersign.openapi.document.Source;
import dev.countersign.openapi.document.Sources;
import dev.countersign.openapi.document.Version;
import dev.countersign.openapi.swagger.SwaggerConversion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Reads a document and every file that it refers to. Stateless and thread-safe. */
public final class ContractLoader {
    private ContractLoader() {}

    /**
     * Reads a document with {@link LoadOptions#DEFAULT}.
     *
     * @see #load(Path, LoadOptions)
     */
    public static LoadedContract load(Path document) {
        return load(document, LoadOptions.DEFAULT);
    }

    /**
     * Reads a document leniently: what is incomplete but can be served is returned as a warning, and what a reference leads
     * nowhere for is left out and returned as an error.
     *
     * @param document a YAML or JSON file with an OpenAPI 3.0, 3.1 or 3.2, or a Swagger 2.0 document
     * @throws ContractException when the document is missing, cannot be parsed, is not OpenAPI, or when references
     *     lead nowhere and no operation is left
     */
    public static LoadedContract load(Path document, LoadOptions options) {
        return load(new Sources(document, options), options);
    }

    /**
     * Reads a document from an {@code http} or {@code https} address, otherwise like {@link #load(Path, LoadOptions)}.
     * References to addresses below the document's own are followed in any case.
     */
    public static LoadedContract load(URI document, LoadOptions options) {
        return load(new Sources(document, options), options);
    }

    /**
     * Reads a document that is there as text, otherwise like {@link #load(Path, LoadOptions)}.
     *
     * @param name what messages call the document
     * @param folder what its references are relative to
     */
    public static LoadedContract load(String text, String name, Path folder, LoadOptions options) {
        return load(new Sources(text, name, folder, options), options);
    }

    private static LoadedContract load(Sources sources, LoadOptions options) {
        try {
            return read(sources, options);
        } catch (StackOverflowError e) {
            throw new ContractException(List.of(new Problem(
                    Problem.Severity.ERROR,
                    sources.root().place(""),
                    "The document is nested too deeply, or its references are, to be read.",
                    "Flatten it.")));
        }
    }

    private static LoadedContract read(Sources sources, LoadOptions options) {
        Source root = sources.root();
        Version version = Version.of(root);
        List<Problem> problems = new ArrayList<>();
        Origins origins = new Origins(root);
        ObjectNode bundled = new Bundler(sources, version, problems, origins).bundle();
        if (version == Version.SWAGGER_2_0) {
            bundled = SwaggerConversion.convert(bundled, origins);
        }
        SelfReferences.remove(bundled, origins, problems);
        ExampleReferences.replace(bundled, version.dialect(), sources, origins, problems);
        DialectCheck.ofDocument(bundled, version.dialect(), origins).ifPresent(problems::add);
        Contract contract = new ContractReader(bundled, version.dialect(), options.externals(), origins::place).read();
        problems.addAll(0, sources.problems());
        boolean broken = problems.stream().anyMatch(Problem::isError);
        if (broken && contract.operations().isEmpty()) {
            throw new ContractException(problems);
        }
        return new LoadedContract(contract, problems, origins);
    }
}
