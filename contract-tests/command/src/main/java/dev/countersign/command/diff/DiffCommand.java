package dev.countersign.command.diff;

import dev.countersign.mock.cli.command.Command;
import dev.countersign.mock.cli.command.ExitCode;
import dev.countersign.mock.cli.command.Flags;
import dev.countersign.mock.cli.command.Terminal;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadOptions;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.verify.diff.Consumers;
import dev.countersign.verify.diff.DiffFormat;
import dev.countersign.verify.diff.Difference;
import dev.countersign.verify.diff.FailOn;
import dev.countersign.verify.diff.GitDocument;
import dev.countersign.verify.diff.SourceLine;
import dev.countersign.verify.release.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code diff OLD NEW}: every change that a consumer can notice, and an exit code that a build can act on. */
public record DiffCommand(Terminal terminal) implements Command {
    @Override
    public String name() {
        return "diff";
    }

    @Override
    public CommandSpec specification() {
        CommandSpec specification = CommandSpec.create().name(name());
        specification
                .usageMessage()
                .description(
                        "Compare two versions of a document: what breaks consumers, what they must do, who is hit.");
        return specification
                .addPositional(document("OLD", "0", "The document that consumers know"))
                .addPositional(document("NEW", "1", "The document that is to replace it"))
                .addOption(Flags.value(
                        "FORMAT",
                        DiffFormat.class,
                        "text",
                        "How the changes are written: text, json, markdown, junit or github (annotations).",
                        "-f",
                        "--format"))
                .addOption(Flags.value(
                        "FOLDER", Path.class, "", "Pacts of consumers; says which of them each break hits.", "--pacts"))
                .addOption(Flags.value(
                        "CHANGES",
                        FailOn.class,
                        "breaking",
                        "Which changes end in exit code 1: breaking; unannounced, which are breaks that the version does"
                                + " not announce; any; never.",
                        "--fail-on"));
    }

    private static PositionalParamSpec document(String label, String index, String description) {
        return Flags.argument(
                label,
                index,
                String.class,
                description + ": a file, an http(s) address, REVISION:PATH, or git:REVISION for the other file.");
    }

    @Override
    public int run(ParseResult arguments) {
        String newName = arguments.matchedPositionalValue(1, "");
        LoadedContract released = load(arguments.matchedPositionalValue(0, ""), newName, arguments);
        LoadedContract current = load(newName, newName, arguments);
        Consumers consumers = arguments.hasMatchedOption("--pacts")
                ? Consumers.in(arguments.matchedOptionValue("--pacts", Path.of("")))
                : Consumers.NONE;
        Difference difference = Difference.between(released.contract(), current.contract(), consumers);
        DiffFormat format = arguments.matchedOptionValue("--format", DiffFormat.TEXT);
        terminal.say(format.write(difference, change -> place(change, newName, current)));
        return arguments.matchedOptionValue("--fail-on", FailOn.BREAKING).isMetBy(difference)
                ? ExitCode.FAILURE
                : ExitCode.OK;
    }

    /** Where the changed operation stands in the new document; the document alone where it is gone. */
    private static SourceLine place(Change change, String document, LoadedContract current) {
        return current.contract().operations().stream()
                .filter(operation -> change.endpoint().equals(operation.method() + " " + operation.path()))
                .findFirst()
                .map(operation -> current.origins().place(operation.pointer()))
                .map(place -> new SourceLine(place.file(), place.line().orElse(1)))
                .orElse(new SourceLine(document, 1));
    }

    private static LoadedContract load(String name, String current, ParseResult arguments) {
        try {
            if (name.startsWith("http://") || name.startsWith("https://")) {
                return ContractLoader.load(URI.create(name), LoadOptions.DEFAULT);
            }
            Optional<GitDocument> revision = GitDocument.named(name, Path.of(current));
            return revision.isPresent() ? revision.get().load() : ContractLoader.load(Path.of(name));
        } catch (InvalidPathException e) {
            throw Flags.refused(arguments, "the document is neither a file name nor an address: " + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
