package dev.countersign.mock.cli;

import dev.countersign.mock.external.ExternalExamples;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadOptions;
import dev.countersign.openapi.LoadedContract;
import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The document that a command is about: a file or an address. */
final class Documents {
    private Documents() {}

    static CommandSpec addTo(CommandSpec specification) {
        return specification
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("DOCUMENT")
                        .index("0")
                        .type(String.class)
                        .required(true)
                        .arity("1")
                        .description("The OpenAPI or Swagger document, YAML or JSON: a file or an http(s) address.")
                        .build())
                .addOption(Flags.flag(
                        false,
                        "Follow references to http(s) addresses, external examples among them.",
                        "--allow-remote"))
                .addOption(Flags.flag(
                        false, "Follow references to files outside the document's folder.", "--allow-outside"));
    }

    static String name(ParseResult arguments) {
        return arguments.matchedPositionalValue(0, "");
    }

    static boolean isFile(ParseResult arguments) {
        return !isAddress(name(arguments));
    }

    private static boolean isAddress(String name) {
        return name.startsWith("http://") || name.startsWith("https://");
    }

    static LoadedContract load(ParseResult arguments) {
        String name = name(arguments);
        LoadOptions options = options(arguments);
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

    /** The same with the examples that lie in files of their own; those that cannot be read are problems at the end. */
    static LoadedContract withExternalExamples(LoadedContract loaded, ParseResult arguments) {
        return ExternalExamples.read(loaded, name(arguments), options(arguments));
    }

    private static LoadOptions options(ParseResult arguments) {
        return new LoadOptions(
                arguments.matchedOptionValue("--allow-outside", false),
                arguments.matchedOptionValue("--allow-remote", false));
    }
}
