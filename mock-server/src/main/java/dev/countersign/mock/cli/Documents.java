package dev.countersign.mock.cli;

import dev.countersign.mock.external.ExternalExamples;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadOptions;
import dev.countersign.openapi.LoadedContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The document that a command is about: a file or an address. */
final class Documents {
    private static final String STANDARD_INPUT = "-";

    private Documents() {}

    static CommandSpec addTo(CommandSpec specification) {
        return specification
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("DOCUMENT")
                        .index("0")
                        .type(String.class)
                        .required(true)
                        .arity("1")
                        .description(
                                "The OpenAPI or Swagger document, YAML or JSON: a file, an http(s) address, or - for"
                                        + " standard input.")
                        .build())
                .addOption(Flags.flag(
                        false,
                        "Follow references to http(s) addresses, external examples among them.",
                        "--allow-remote"))
                .addOption(Flags.flag(
                        false, "Serve external examples from files outside the document's folder.", "--allow-outside"));
    }

    static String name(ParseResult arguments) {
        return arguments.matchedPositionalValue(0, "");
    }

    /** Whether the document can be looked at again: not one from the network, nor from standard input. */
    static boolean isFile(ParseResult arguments) {
        return !isAddress(name(arguments)) && !isStandardInput(arguments);
    }

    private static boolean isStandardInput(ParseResult arguments) {
        return name(arguments).equals(STANDARD_INPUT);
    }

    private static boolean isAddress(String name) {
        return name.startsWith("http://") || name.startsWith("https://");
    }

    static LoadedContract load(ParseResult arguments) {
        return load(arguments, file -> {});
    }

    /**
     * Loads.
     *
     * @param asked hears of every file just before it is read
     */
    static LoadedContract load(ParseResult arguments, Consumer<Path> asked) {
        return load(arguments, options(arguments).withAsked(asked));
    }

    /** The same, with the examples that lie in files of their own. */
    static LoadedContract load(ParseResult arguments, ExternalExamples examples) {
        return load(arguments, examples.options());
    }

    /** What reads the examples of the document that lie in files of their own. */
    static ExternalExamples externalExamples(ParseResult arguments, Consumer<Path> asked) {
        return new ExternalExamples(name(arguments), options(arguments).withAsked(asked));
    }

    private static LoadedContract load(ParseResult arguments, LoadOptions options) {
        String name = name(arguments);
        if (isStandardInput(arguments)) {
            return ContractLoader.load(standardInput(), "(standard input)", Path.of(""), options);
        }
        try {
            return isAddress(name)
                    ? ContractLoader.load(URI.create(name), options)
                    : ContractLoader.load(Path.of(name), options);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    "the document is neither a file name nor an address: " + name);
        }
    }

    private static String standardInput() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read", e);
        }
    }

    private static LoadOptions options(ParseResult arguments) {
        return new LoadOptions(
                arguments.matchedOptionValue("--allow-outside", false),
                arguments.matchedOptionValue("--allow-remote", false));
    }
}
