package dev.countersign.mock.cli;

import dev.countersign.mock.external.ExternalExamples;
import dev.countersign.mock.sample.RepairCheck;
import dev.countersign.mock.sample.SampleCheck;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.check.ContractCheck;
import dev.countersign.openapi.check.DocumentCheck;
import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code check DOCUMENT}: prints every problem with file, line and pointer, and fails when there is an error. */
record CheckCommand(Terminal terminal) implements Command {
    @Override
    public CommandSpec specification() {
        CommandSpec specification = CommandSpec.create().name("check");
        specification.usageMessage().description("Print every problem of a document, and fail when it has errors.");
        return Documents.addTo(specification);
    }

    @Override
    public int run(ParseResult arguments) {
        List<Problem> problems = problems(arguments);
        problems.forEach(problem -> terminal.say(problem.toString()));
        long errors = problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .count();
        terminal.say(
                Documents.name(arguments) + ": " + errors + " error(s), " + (problems.size() - errors) + " warning(s)");
        return errors == 0 ? ExitCode.OK : ExitCode.FAILURE;
    }

    /** Also a document that cannot be loaded at all has its problems listed. */
    private static List<Problem> problems(ParseResult arguments) {
        try {
            ExternalExamples examples = Documents.externalExamples(arguments, file -> {});
            LoadedContract loaded = Documents.load(arguments, examples);
            List<Problem> problems = new ArrayList<>(loaded.problems());
            problems.addAll(examples.problems());
            problems.addAll(DocumentCheck.structure(loaded));
            problems.addAll(ContractCheck.patterns(loaded));
            problems.addAll(ContractCheck.examples(loaded));
            problems.addAll(RepairCheck.problems(loaded));
            problems.addAll(SampleCheck.problems(loaded));
            return inOrderOfTheFiles(problems);
        } catch (ContractException e) {
            return e.problems();
        }
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
