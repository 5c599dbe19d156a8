package dev.countersign.command.complete;

import dev.countersign.command.DocumentFiles;
import dev.countersign.mock.cli.command.Command;
import dev.countersign.mock.cli.command.ExitCode;
import dev.countersign.mock.cli.command.Flags;
import dev.countersign.mock.cli.command.Terminal;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.check.ContractCheck;
import dev.countersign.openapi.contract.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code complete DOCUMENT}: a copy of a document that has what a build needs, comments and order kept. */
public record CompleteCommand(Terminal terminal) implements Command {
    @Override
    public String name() {
        return "complete";
    }

    @Override
    public CommandSpec specification() {
        CommandSpec specification = CommandSpec.create().name(name());
        specification
                .usageMessage()
                .description(
                        "Write a copy of a document in which no operation id, example or mark of a secret is missing.");
        return specification
                .addPositional(Flags.argument("DOCUMENT", "0", Path.class, DocumentFiles.DOCUMENT))
                .addOption(Flags.value(
                        "COPY",
                        Path.class,
                        "",
                        "The file to write, or for a document of several files the folder; must not exist."
                                + " Without it, a document of one file is printed.",
                        "-o",
                        "--output"));
    }

    @Override
    public int run(ParseResult arguments) {
        Path document = arguments.matchedPositionalValue(0, Path.of(""));
        Path copy = arguments.matchedOptionValue("--output", null);
        if (copy != null && Files.exists(copy)) {
            throw Flags.refused(arguments, copy + " exists already, name a new file or folder");
        }
        LoadedContract loaded = ContractLoader.load(document);
        try {
            Completion completion = Completion.of(loaded);
            Map<Path, String> files = completion.files();
            if (copy == null && files.size() > 1) {
                throw Flags.refused(
                        arguments,
                        "the document has " + files.size() + " files, name a folder for their copies with --output");
            }
            return write(new Copy(files), completion, copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing is written that cannot be read again. */
    private int write(Copy copy, Completion completion, Path target) throws IOException {
        List<Problem> left = copy.read(loaded -> ContractCheck.all(loaded)).stream()
                .filter(Problem::isError)
                .toList();
        if (target == null) {
            terminal.out().print(copy.text());
            terminal.out().flush();
        } else {
            copy.write(target);
        }
        completion.written().forEach(line -> terminal.complain("added " + line));
        left.forEach(problem -> terminal.complain(problem.toString()));
        terminal.complain(
                completion.written().size() + " addition(s), " + left.size() + " error(s) left that need a person");
        return left.isEmpty() ? ExitCode.OK : ExitCode.FAILURE;
    }
}
