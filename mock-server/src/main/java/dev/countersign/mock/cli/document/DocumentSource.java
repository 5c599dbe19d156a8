package dev.countersign.mock.cli.document;

import dev.countersign.mock.cli.command.Flags;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadOptions;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.external.ExternalExamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Where a document is read from.
 *
 * @param arguments what it may refer to
 * @param document a file, an address, or a dash for standard input
 * @param name what it is called among several; empty when it is the only one
 */
public record DocumentSource(ParseResult arguments, String document, String name) {
    private static final String STANDARD_INPUT = "-";

    /** Whether the document can be looked at again: not one from the network, nor from standard input. */
    public boolean isFile() {
        return !isAddress() && !isStandardInput();
    }

    /** Whether it can be read only once. */
    public boolean isStandardInput() {
        return document.equals(STANDARD_INPUT);
    }

    /** Its name, even when it is the only one. */
    public String shortName() {
        return name.isEmpty() ? Documents.shortName(document) : name;
    }

    /** A path that is this document's alone. */
    public String below(String path) {
        return name.isEmpty() ? path : path + "/" + name;
    }

    private boolean isAddress() {
        return document.startsWith("http://") || document.startsWith("https://");
    }

    /** Loads, with the examples that lie in files of their own. */
    public LoadedContract load(ExternalExamples examples) {
        return load(examples.options());
    }

    /** What reads the examples of the document that lie in files of their own. */
    public ExternalExamples externalExamples(Consumer<Path> asked) {
        try {
            return new ExternalExamples(document, options().withAsked(asked));
        } catch (IllegalArgumentException e) {
            throw nameless();
        }
    }

    /**
     * Loads another text in its place, whose references are relative to the same folder and do not leave it: it may come from
     * a client that must not see other files of this machine.
     *
     * @param asked is called with every file just before it is read
     */
    public LoadedContract load(String text, Consumer<Path> asked) {
        Path file = isFile()
                ? Path.of(document).toAbsolutePath()
                : Path.of("document").toAbsolutePath();
        Path folder = Objects.requireNonNull(file.getParent());
        LoadOptions options = options();
        FolderBound bound = new FolderBound(folder, options.outsideFolder(), asked);
        ExternalExamples examples = new ExternalExamples(file.toString(), options.withAsked(bound));
        return ContractLoader.load(
                text, Objects.requireNonNull(file.getFileName()).toString(), folder, examples.options());
    }

    private LoadedContract load(LoadOptions options) {
        if (isStandardInput()) {
            return ContractLoader.load(standardInput(), "(standard input)", Path.of(""), options);
        }
        try {
            return isAddress()
                    ? ContractLoader.load(URI.create(document), options)
                    : ContractLoader.load(Path.of(document), options);
        } catch (IllegalArgumentException e) {
            throw nameless();
        }
    }

    private ParameterException nameless() {
        return Flags.refused(arguments, "the document is neither a file name nor an address: " + document);
    }

    private static String standardInput() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read", e);
        }
    }

    private LoadOptions options() {
        return new LoadOptions(
                Flags.get(arguments, "--allow-outside", false), Flags.get(arguments, "--allow-remote", false));
    }
}
