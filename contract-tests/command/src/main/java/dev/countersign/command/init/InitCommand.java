package dev.countersign.command.init;

import dev.countersign.command.DocumentFiles;
import dev.countersign.mock.cli.BuildInfo;
import dev.countersign.mock.cli.command.Command;
import dev.countersign.mock.cli.command.ExitCode;
import dev.countersign.mock.cli.command.Flags;
import dev.countersign.mock.cli.command.Terminal;
import dev.countersign.openapi.LoadOptions;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.check.ContractCheck;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.external.ExternalExamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code init DOCUMENT FOLDER}: a new repository for a contract, with nothing of this toolkit's code in it. */
public record InitCommand(Terminal terminal) implements Command {
    @Override
    public String name() {
        return "init";
    }

    @Override
    public CommandSpec specification() {
        CommandSpec specification = CommandSpec.create().name(name());
        specification
                .usageMessage()
                .description("Begin a repository for a document: its client, mock and verification, built by Maven.");
        return specification
                .addPositional(Flags.argument("DOCUMENT", "0", Path.class, DocumentFiles.DOCUMENT))
                .addPositional(Flags.argument("FOLDER", "1", Path.class, "The repository to make; must not exist."))
                .addOption(text("GROUP", "Maven group of the client. Default: from the server's host.", "--group-id"))
                .addOption(text("ARTIFACT", "Maven artifact of the client. Default: from the title.", "--artifact-id"))
                .addOption(text(
                        "VERSION", "Version of the client. Default: the document's own version.", "--client-version"))
                .addOption(text("PACKAGE", "Java package of the client. Default: from group and title.", "--package"));
    }

    private static OptionSpec text(String label, String description, String name) {
        return Flags.value(label, String.class, "", description, name);
    }

    @Override
    public int run(ParseResult arguments) {
        Path document = arguments.matchedPositionalValue(0, Path.of(""));
        Path folder = arguments.matchedPositionalValue(1, Path.of(""));
        if (Files.exists(folder)) {
            throw Flags.refused(arguments, folder + " exists already, name a new folder");
        }
        Set<Path> files = new LinkedHashSet<>();
        LoadedContract loaded = sound(document, files);
        Coordinates coordinates = Coordinates.of(
                loaded.contract(),
                option(arguments, "--group-id"),
                option(arguments, "--artifact-id"),
                option(arguments, "--client-version"),
                option(arguments, "--package"));
        try {
            new Repository(
                            loaded.contract().title(),
                            new DocumentFiles(List.copyOf(files)),
                            coordinates,
                            BuildInfo.version())
                    .write(folder);
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

    /** Without files that were asked for in vain: missing ones, and examples outside of the document's folder. */
    private static Set<Path> used(Set<Path> asked, LoadedContract loaded) {
        Set<Path> used = new LinkedHashSet<>();
        loaded.origins().files().forEach(file -> used.add(file.toAbsolutePath().normalize()));
        Path folder = asked.iterator().next().getParent();
        asked.stream()
                .filter(file -> file.startsWith(folder) && Files.isRegularFile(file))
                .forEach(used::add);
        return used;
    }

    /**
     * A document that the repository's first build would refuse is refused now.
     *
     * @param files takes every file of it, the document first
     */
    private static LoadedContract sound(Path document, Set<Path> files) {
        LoadOptions options = LoadOptions.DEFAULT.withAsked(
                file -> files.add(file.toAbsolutePath().normalize()));
        LoadedContract loaded = ExternalExamples.load(document, options);
        files.retainAll(used(files, loaded));
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
