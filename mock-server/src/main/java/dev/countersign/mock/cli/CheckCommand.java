package dev.countersign.mock.cli;

import dev.countersign.mock.cli.command.Command;
import dev.countersign.mock.cli.command.ExitCode;
import dev.countersign.mock.cli.command.Flags;
import dev.countersign.mock.cli.command.Terminal;
import dev.countersign.mock.cli.document.DocumentSource;
import dev.countersign.mock.cli.document.Documents;
import dev.countersign.mock.sample.RepairCheck;
import dev.countersign.mock.sample.SampleCheck;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.check.ContractCheck;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.external.ExternalExamples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code check DOCUMENT}: prints every problem with file, line and pointer, and fails when there is an error. What a build
 * asks for beyond the standard is a mere note, because a document can be served without; with {@code --gate} it counts.
 */
record CheckCommand(Terminal terminal) implements Command {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public CommandSpec specification() {
        CommandSpec specification = CommandSpec.create().name(name());
        specification.usageMessage().description("Print every problem of a document, and fail when it has errors.");
        return Documents.addTo(specification)
                .addOption(
                        Flags.flag(false, "Judge it as the gate of a build does, and not only for serving.", "--gate"));
    }

    @Override
    public int run(ParseResult arguments) {
        List<Problem> problems = new ArrayList<>();
        List<Problem> unready = new ArrayList<>();
        try {
            DocumentSource source = Documents.of(arguments);
            ExternalExamples examples = source.externalExamples(file -> {});
            LoadedContract loaded = source.load(examples);
            problems.addAll(ContractCheck.document(loaded));
            problems.addAll(examples.problems());
            problems.addAll(RepairCheck.problems(loaded));
            problems.addAll(SampleCheck.problems(loaded));
            unready.addAll(ContractCheck.readiness(loaded));
        } catch (ContractException e) {
            problems.addAll(e.problems()); // Also a document that cannot be loaded at all has its problems listed.
        }
        if (Flags.get(arguments, "--gate", false)) {
            problems.addAll(unready);
            unready.clear();
        }
        inOrderOfTheFiles(problems).forEach(problem -> terminal.say(problem.toString()));
        long errors = problems.stream().filter(Problem::isError).count();
        terminal.say(Documents.name(arguments, 0) + ": " + errors + " error(s), " + (problems.size() - errors)
                + " warning(s)");
        if (!unready.isEmpty()) {
            terminal.complain(
                    "It can be served so. To be built from (client, pact, verification) it needs more, see --gate:");
            inOrderOfTheFiles(unready).forEach(problem -> terminal.complain(problem.toString()));
        }
        return errors == 0 ? ExitCode.OK : ExitCode.FAILURE;
    }

    private static List<Problem> inOrderOfTheFiles(List<Problem> problems) {
        List<String> files = problems.stream()
                .map(problem -> problem.place().file())
                .distinct()
                .toList();
        return problems.stream()
                .sorted(Comparator.<Problem>comparingInt(
                                problem -> files.indexOf(problem.place().file()))
                        .thenComparingInt(problem -> problem.place().line().orElse(0)))
                .toList();
    }
}
