package dev.countersign.command.diff;

import dev.countersign.mock.cli.Command;
import dev.countersign.mock.cli.ExitCode;
import dev.countersign.mock.cli.Flags;
import dev.countersign.mock.cli.Terminal;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadOptions;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.verify.release.Change;
import dev.countersign.verify.release.ContractComparison;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code diff OLD NEW}: every change that a consumer can notice, and an exit code that a build can act on. */
public record DiffCommand(Terminal terminal) implements Command {
    @Override
    public CommandSpec specification() {
        CommandSpec specification = CommandSpec.create().name("diff");
        specification
                .usageMessage()
                .description(
                        "Compare two versions of a document: what breaks consumers, what they must do, who is hit.");
        return specification
                .addPositional(document("OLD", "0", "The document that consumers know"))
                .addPositional(document("NEW", "1", "The document that is to replace it"))
                .addOption(Flags.value(
                        "FORMAT",
                        Format.class,
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
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .index(index)
                .type(String.class)
                .required(true)
                .arity("1")
                .description(description + ": a file or an http(s) address.")
                .build();
    }

    @Override
    public int run(ParseResult arguments) {
        String newName = arguments.matchedPositionalValue(1, "");
        LoadedContract released = load(arguments.matchedPositionalValue(0, ""), arguments);
        LoadedContract current = load(newName, arguments);
        Consumers consumers = arguments.hasMatchedOption("--pacts")
                ? Consumers.in(arguments.matchedOptionValue("--pacts", Path.of("")))
                : Consumers.NONE;
        List<Noticed> changes = ContractComparison.between(released.contract(), current.contract()).stream()
                .map(change -> new Noticed(change, change.breaking() ? consumers.hitBy(change) : List.of()))
                .toList();
        Difference difference = new Difference(released.contract(), current.contract(), changes);
        Format format = arguments.matchedOptionValue("--format", Format.TEXT);
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

    private static LoadedContract load(String name, ParseResult arguments) {
        try {
            return name.startsWith("http://") || name.startsWith("https://")
                    ? ContractLoader.load(URI.create(name), LoadOptions.DEFAULT)
                    : ContractLoader.load(Path.of(name), LoadOptions.DEFAULT);
        } catch (InvalidPathException e) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    "the document is neither a file name nor an address: " + name);
        }
    }
}
