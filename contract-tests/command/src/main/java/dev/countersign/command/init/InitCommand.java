package dev.countersign.command.init;

import dev.countersign.mock.cli.Command;
import dev.countersign.mock.cli.ExitCode;
import dev.countersign.mock.cli.Release;
import dev.countersign.mock.cli.Terminal;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.check.ContractCheck;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code init DOCUMENT FOLDER}: a new repository for a contract, with nothing of this toolkit's code in it. */
public record InitCommand(Terminal terminal) implements Command {
    @Override
    public CommandSpec specification() {
        CommandSpec specification = CommandSpec.create().name("init");
        specification
                .usageMessage()
                .description("Begin a repository for a document: its client, mock and verification, built by Maven.");
        return specification
                .addPositional(path("DOCUMENT", "0", "The OpenAPI or Swagger document: a file, YAML or JSON."))
                .addPositional(path("FOLDER", "1", "The repository to make; must not exist."))
                .addOption(text("--group-id", "GROUP", "Maven group of the client. Default: from the server's host."))
                .addOption(text("--artifact-id", "ARTIFACT", "Maven artifact of the client. Default: from the title."))
                .addOption(text(
                        "--client-version", "VERSION", "Version of the client. Default: the document's own version."))
                .addOption(text("--package", "PACKAGE", "Java package of the client. Default: from group and title."));
    }

    private static PositionalParamSpec path(String label, String index, String description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .index(index)
                .type(Path.class)
                .required(true)
                .arity("1")
                .description(description)
                .build();
    }

    private static OptionSpec text(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .arity("1")
                .description(description)
                .build();
    }

    @Override
    public int run(ParseResult arguments) {
        Path document = arguments.matchedPositionalValue(0, Path.of(""));
        Path folder = arguments.matchedPositionalValue(1, Path.of(""));
        if (Files.exists(folder)) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(), folder + " exists already, name a new folder");
        }
        LoadedContract loaded = sound(document);
        Coordinates coordinates = Coordinates.of(
                loaded.contract(),
                option(arguments, "--group-id"),
                option(arguments, "--artifact-id"),
                option(arguments, "--client-version"),
                option(arguments, "--package"));
        try {
            new Repository(loaded, coordinates, Release.version()).write(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        terminal.say("Made " + folder + " for " + coordinates.text() + ". Next:");
        terminal.say("  cd " + folder);
        terminal.say("  mvn verify");
        return ExitCode.OK;
    }

    private static Optional<String> option(ParseResult arguments, String name) {
        return Optional.ofNullable(arguments.matchedOptionValue(name, null));
    }

    /** A document that the repository's first build would refuse is refused now. */
    private static LoadedContract sound(Path document) {
        LoadedContract loaded = ContractLoader.load(document);
        List<Problem> errors =
                ContractCheck.all(loaded).stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new ContractException(Stream.concat(
                            errors.stream(),
                            Stream.of(new Problem(
                                    Problem.Severity.ERROR,
                                    new Problem.Place(document.toString(), Optional.empty(), ""),
                                    "No repository is made for a document with " + errors.size() + " error(s).",
                                    "Correct them, or let \"countersign complete\" write what is merely missing.")))
                    .toList());
        }
        return loaded;
    }
}
